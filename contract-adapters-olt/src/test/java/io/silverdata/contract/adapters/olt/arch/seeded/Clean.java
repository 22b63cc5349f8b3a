package io.silverdata.contract.adapters.olt.arch.seeded;

import java.time.Clock;
import java.time.Instant;

/** Breaks no rule. */
public final class Clean {
    private Clean() {}

    static Instant time(Clock clock) {
        return clock.instant();
    }
}
