package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.internal.transaction.ContractSettler;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.DueSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs scheduled changes, ends holds and lets reservations expire, each at its own time. */
public final class DueRunner {
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 10;

    private final Storage storage;
    private final Transactions transactions;
    private final ContractSettler settler;
    private final FaultIsolation faults;
    private final Map<ContractId, PutOff> putOff = new ConcurrentHashMap<>();

    /**
     * A contract that could not be settled. It is tried again, less and less often, and counts for nobody's turn meanwhile.
     *
     * @param tries how often it was tried, 1 or more
     * @param until when it is tried again
     */
    private record PutOff(int tries, Instant until) {
        static PutOff after(@Nullable PutOff before, Instant now) {
            int tries = before == null ? 1 : before.tries + 1;
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, MAX_DOUBLINGS));
            return new PutOff(tries, now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        }
    }

    /** A runner; all parts are shared with the facade. */
    public DueRunner(Storage storage, Transactions transactions, ContractSettler settler, FaultIsolation faults) {
        this.storage = storage;
        this.transactions = transactions;
        this.settler = settler;
        this.faults = faults;
    }

    /** Settles what is due on at most so many contracts, each in a unit of work of its own. */
    public DueSummary apply(int max, Instant now) {
        int asked = (int) Math.min(Integer.MAX_VALUE, (long) max + putOff.size());
        List<ContractId> due = transactions.call(() -> storage.contracts().due(now, asked));
        if (due.size() < asked) {
            putOff.keySet().retainAll(due);
        }
        List<RecordedEvent> events = new ArrayList<>();
        List<ContractFault> failed = new ArrayList<>();
        List<ContractId> turns =
                due.stream().filter(id -> isTurnOf(id, now)).limit(max).toList();
        for (ContractId id : turns) {
            try {
                events.addAll(transactions.call(() -> applyTo(id, now)));
                putOff.remove(id);
                faults.over(FaultIsolation.Work.DUE, id);
            } catch (RuntimeException thrown) {
                failed.add(faults.of(FaultIsolation.Work.DUE, id, thrown));
                putOff.compute(id, (contract, before) -> PutOff.after(before, now));
            }
        }
        return new DueSummary(turns.size(), events, failed);
    }

    private boolean isTurnOf(ContractId id, Instant now) {
        PutOff later = putOff.get(id);
        return later == null || !later.until().isAfter(now);
    }

    private List<RecordedEvent> applyTo(ContractId id, Instant now) {
        Optional<Decision> settled = settler.settle(id, now);
        settled.filter(decision -> decision.events().isEmpty())
                // An earlier release noted a time for a change that a hold blocks: noted anew, it is not due.
                .ifPresent(unchanged -> storage.contracts()
                        .save(unchanged.contract(), unchanged.contract().version()));
        return settled.map(Decision::events).orElse(List.of());
    }
}
