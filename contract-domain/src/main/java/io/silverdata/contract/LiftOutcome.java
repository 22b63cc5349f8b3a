package io.silverdata.contract;

import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionHold;
import java.util.List;
import java.util.Objects;

/** What lifting a hold brought about. */
public sealed interface LiftOutcome {

    /** What the command brought about. */
    Receipt receipt();

    /** Whether the contract is active again. */
    default boolean isReconnected() {
        return this instanceof Reconnected;
    }

    /**
     * The last hold was lifted; the contract is active again.
     *
     * @param receipt what the command brought about
     */
    record Reconnected(Receipt receipt) implements LiftOutcome {
        /** Checks that nothing is missing. */
        public Reconnected {
            Objects.requireNonNull(receipt, "receipt");
        }
    }

    /**
     * Other holds remain; each says in its policy who may lift it.
     *
     * @param receipt what the command brought about
     * @param remaining at least one
     */
    record StillBlocked(Receipt receipt, List<SuspensionHold> remaining) implements LiftOutcome {
        /** Checks that nothing is missing; the list is copied. */
        public StillBlocked {
            Objects.requireNonNull(receipt, "receipt");
            remaining = List.copyOf(remaining);
        }
    }

    /**
     * The contract is a draft: nothing holds it any more, and there is no service yet to reconnect.
     *
     * @param receipt what the command brought about
     */
    record NotYetActive(Receipt receipt) implements LiftOutcome {
        /** Checks that nothing is missing. */
        public NotYetActive {
            Objects.requireNonNull(receipt, "receipt");
        }
    }

    /** The outcome that a receipt amounts to. */
    static LiftOutcome of(Receipt receipt) {
        if (!receipt.contract().holds().isEmpty()) {
            return new StillBlocked(receipt, receipt.contract().holds());
        }
        return receipt.contract().status() == Status.DRAFT ? new NotYetActive(receipt) : new Reconnected(receipt);
    }
}
