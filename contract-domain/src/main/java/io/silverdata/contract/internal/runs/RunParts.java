package io.silverdata.contract.internal.runs;

import io.silverdata.contract.engine.Settlement;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.internal.delivery.WriteGate;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What every run shares with the facade. */
public record RunParts(
        Storage storage,
        Transactions transactions,
        CommandRunner commands,
        Supplier<Instant> clock,
        FaultIsolation faults,
        Settlement settlement,
        WriteGate gate) {

    Instant now() {
        return clock.get();
    }

    /** A walk over what is selected, behind the contract that was reached. */
    ContractWalk walk(Selection selection, Optional<ContractId> after) {
        return new ContractWalk(
                new SelectedIdentities(storage, selection, clock),
                storage.contracts(),
                selection,
                this::current,
                after);
    }

    /** A contract as it is now, with what is due settled; nothing is written. */
    Contract current(Contract contract) {
        return settlement.settle(contract, now()).contract();
    }

    /** How many contracts are live: what a share is a share of. */
    long live() {
        return storage.contracts().countByStatus().entrySet().stream()
                .filter(count -> count.getKey().isLive())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Checks what a caller passes to a run's {@code advance}. */
    public void requireAdvance(String run, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
        transactions.requireOutside(run);
    }
}
