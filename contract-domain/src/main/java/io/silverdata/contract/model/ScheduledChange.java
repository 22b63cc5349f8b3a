package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A command that waits for its time. A contract has at most one for each kind of command.
 *
 * @param command what will be done
 * @param at when
 */
public record ScheduledChange(Command.Schedulable command, Instant at) {

    public ScheduledChange {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(at, "at");
    }

    /** What kind of command it is. */
    public CommandKind kind() {
        return command.kind();
    }

    /** Whether its time has come. */
    public boolean isDue(Instant now) {
        return !at.isAfter(now);
    }
}
