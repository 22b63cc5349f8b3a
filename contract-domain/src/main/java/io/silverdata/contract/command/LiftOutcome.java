package io.silverdata.contract.command;

import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionHold;
import java.util.List;
import java.util.Objects;

/** What lifting a hold brought about. */
public sealed interface LiftOutcome {

    /** What the command brought about. */
    CommandResult result();

    /** Whether the contract is active again. */
    default boolean isReconnected() {
        return this instanceof Reconnected;
    }

    /**
     * The last hold was lifted; the contract is active again.
     *
     * @param result what the command brought about
     */
    record Reconnected(CommandResult result) implements LiftOutcome {
        public Reconnected {
            Objects.requireNonNull(result, "receipt");
        }
    }

    /**
     * Other holds remain; each says in its policy who may lift it.
     *
     * @param result what the command brought about
     * @param remaining at least one
     */
    record StillBlocked(CommandResult result, List<SuspensionHold> remaining) implements LiftOutcome {
        public StillBlocked {
            Objects.requireNonNull(result, "receipt");
            remaining = List.copyOf(remaining);
        }
    }

    /**
     * The contract is a draft: nothing holds it any more, and there is no service yet to reconnect.
     *
     * @param result what the command brought about
     */
    record NotYetActive(CommandResult result) implements LiftOutcome {
        public NotYetActive {
            Objects.requireNonNull(result, "receipt");
        }
    }

    /** The outcome that a receipt amounts to. */
    static LiftOutcome of(CommandResult result) {
        if (!result.contract().holds().isEmpty()) {
            return new StillBlocked(result, result.contract().holds());
        }
        return result.contract().status() == Status.DRAFT ? new NotYetActive(result) : new Reconnected(result);
    }
}
