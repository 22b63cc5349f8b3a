package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.DueCommand;
import io.silverdata.contract.internal.transaction.DecisionWriter;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.DueSummary;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scheduled changes, ends holds and lets reservations expire, each at its own time. */
public final class DueRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DueRunner.class);
    private static final Actor ACTOR = new Actor("contract");

    private final Storage storage;
    private final Transactions transactions;
    private final DecisionWriter writer;
    private final ZoneId zone;

    /** A runner; all parts are shared with the facade. */
    public DueRunner(Storage storage, Transactions transactions, DecisionWriter writer, ZoneId zone) {
        this.storage = storage;
        this.transactions = transactions;
        this.writer = writer;
        this.zone = zone;
    }

    /** Settles what is due on at most so many contracts, each in a unit of work of its own. */
    public DueSummary apply(int max, Instant now) {
        List<ContractId> due = transactions.call(() -> storage.contracts().due(now, max));
        List<RecordedEvent> events = new ArrayList<>();
        due.forEach(id -> events.addAll(transactions.call(() -> applyTo(id, now))));
        return new DueSummary(due.size(), events);
    }

    private List<RecordedEvent> applyTo(ContractId id, Instant now) {
        Optional<Contract> before = storage.contracts().find(id);
        if (before.isEmpty()) {
            return List.of();
        }
        Decision decision = settle(before.get(), now);
        writer.write(before, decision, Set.of(), now);
        writer.enqueue(before, decision.contract(), now);
        return decision.events();
    }

    private Decision settle(Contract contract, Instant now) {
        Decision decision = new Decision(contract, List.of());
        for (Optional<DueCommand> due = Decider.due(contract, now);
                due.isPresent();
                due = Decider.due(decision.contract(), now)) {
            DueCommand next = due.get();
            CommandMetadata metadata =
                    new CommandMetadata(next.at(), now, zone, ACTOR, Trigger.SCHEDULE, Optional.empty());
            Either<Rejection, Decision> then =
                    decision.then(current -> Decider.decide(current, next.command(), metadata));
            if (then.isLeft()) {
                LOG.warn(
                        "{}: {} was due at {} but refused: {}",
                        contract,
                        next.command().kind(),
                        next.at(),
                        then.getLeft().message());
                return decision;
            }
            decision = then.get();
        }
        return decision;
    }
}
