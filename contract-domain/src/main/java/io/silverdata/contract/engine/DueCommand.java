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
    static final Comparator<DueCommand> BY_TIME = Comparator.comparing(DueCommand::at);

    public DueCommand {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(at, "at");
    }

    DueCommand noEarlierThan(Instant earliest) {
        return at.isBefore(earliest) ? new DueCommand(command, earliest) : this;
    }
}
