package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.Settlement;
import io.silverdata.contract.internal.transaction.DecisionWriter;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.DueSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs scheduled changes, ends holds and lets reservations expire, each at its own time. */
public final class DueRunner {
    private final Storage storage;
    private final Transactions transactions;
    private final DecisionWriter writer;
    private final Settlement settlement;

    /** A runner; all parts are shared with the facade. */
    public DueRunner(Storage storage, Transactions transactions, DecisionWriter writer, Settlement settlement) {
        this.storage = storage;
        this.transactions = transactions;
        this.writer = writer;
        this.settlement = settlement;
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
        Decision decision = settlement.settle(before.get(), now);
        if (decision.events().isEmpty()) {
            // An earlier release noted a time for a change that a hold blocks: noted anew, it is not due.
            storage.contracts().save(before.get(), before.get().version());
        }
        writer.write(before, decision, Set.of(), now);
        writer.enqueue(before, decision.contract(), now);
        return decision.events();
    }
}
