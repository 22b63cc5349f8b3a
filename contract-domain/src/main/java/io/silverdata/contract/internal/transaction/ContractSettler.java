package io.silverdata.contract.internal.transaction;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.Settlement;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Settles what is due for a stored contract, and writes it, in the unit of work of the caller. Thread-safe. */
public final class ContractSettler {
    private final Storage storage;
    private final DecisionWriter writer;
    private final Settlement settlement;

    /** A settler; all parts are shared with the facade. */
    public ContractSettler(Storage storage, DecisionWriter writer, Settlement settlement) {
        this.storage = storage;
        this.writer = writer;
        this.settlement = settlement;
    }

    /** The contract with nothing due, and what was settled; empty if there is no such contract. */
    public Optional<Decision> settle(ContractId id, Instant now) {
        Optional<Contract> before = storage.contracts().find(id);
        return before.map(contract -> {
            Decision decision = settlement.settle(contract, now);
            writer.write(before, decision, Set.of(), now);
            writer.enqueue(before, decision.contract(), now);
            return decision;
        });
    }
}
