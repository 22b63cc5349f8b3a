package io.silverdata.contract.engine;

import io.silverdata.contract.model.Command;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * A command that time brings about.
 *
 * @param command what is to be done
 * @param at from when it counts
 */
public record DueCommand(Command command, Instant at) {
    static final Comparator<DueCommand> IN_ORDER =
            Comparator.comparing(DueCommand::at).thenComparingInt(DueCommand::rank);

    public DueCommand {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(at, "at");
    }

    /** At one instant what ends makes room, then terms change, add-ons start, new holds begin, and a cancellation is last. */
    private int rank() {
        if (command instanceof Command.StartAddOn) {
            return 4;
        }
        if (!(command instanceof Command.ApplyScheduled apply)) {
            return 0;
        }
        return switch (apply.change()) {
            case ACTIVATE, CHANGE_PLAN -> 1;
            case AGREE_PRICE -> 2;
            case TRANSFER_OWNERSHIP -> 3;
            case SUSPEND -> 5;
            default -> 6;
        };
    }

    DueCommand noEarlierThan(Instant earliest) {
        return at.isBefore(earliest) ? new DueCommand(command, earliest) : this;
    }
}
