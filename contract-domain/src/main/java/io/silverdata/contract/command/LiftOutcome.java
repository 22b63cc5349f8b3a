package io.silverdata.contract.command;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionHold;
import java.util.List;

/** What the service is like once a hold was lifted. */
public sealed interface LiftOutcome {

    /** The last hold was lifted; the contract is active again. */
    record Reconnected() implements LiftOutcome {}

    /**
     * Other holds remain; each says in its policy who may lift it.
     *
     * @param remaining at least one
     */
    record StillBlocked(List<SuspensionHold> remaining) implements LiftOutcome {
        public StillBlocked {
            remaining = List.copyOf(remaining);
        }
    }

    /** The contract is a draft: no hold is left, and there is no service yet to reconnect. */
    record NotYetActive() implements LiftOutcome {}

    /** The outcome for a contract, after one of its holds was lifted. */
    static LiftOutcome of(Contract contract) {
        if (!contract.holds().isEmpty()) {
            return new StillBlocked(contract.holds());
        }
        return contract.status() == Status.DRAFT ? new NotYetActive() : new Reconnected();
    }
}
