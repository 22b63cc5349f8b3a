package io.silverdata.contract.arch.seeded;

import java.time.Clock;
import java.util.List;

/** Stands for the facade, which must be given the time. */
public final class Contracts {
    private final Clock clock = Clock.systemUTC();

    Clock clock() {
        return clock;
    }

    /** May take the system's clock, but only in UTC. */
    public static final class Builder {
        private final Clock allowed = Clock.systemUTC();

        @SuppressWarnings("JavaTimeDefaultTimeZone") // is the violation
        private final Clock forbidden = Clock.systemDefaultZone();

        List<Clock> clocks() {
            return List.of(allowed, forbidden);
        }
    }
}
