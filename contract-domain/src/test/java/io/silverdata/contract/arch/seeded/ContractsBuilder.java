package io.silverdata.contract.arch.seeded;

import java.time.Clock;
import java.util.List;

/** Stands for the builder, which may take the system's clock, but only in UTC. */
public final class ContractsBuilder {
    private final Clock allowed = Clock.systemUTC();

    @SuppressWarnings("JavaTimeDefaultTimeZone") // is the violation
    private final Clock forbidden = Clock.systemDefaultZone();

    List<Clock> clocks() {
        return List.of(allowed, forbidden);
    }
}
