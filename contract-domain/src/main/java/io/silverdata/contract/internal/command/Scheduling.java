package io.silverdata.contract.internal.command;

import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.ScheduledChange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Schedules commands, to the microsecond that every storage can keep. */
final class Scheduling {
    private Scheduling() {}

    static Command.Schedule schedule(Command.Schedulable command, Instant at) {
        return new Command.Schedule(new ScheduledChange(command, at.truncatedTo(ChronoUnit.MICROS)));
    }
}
