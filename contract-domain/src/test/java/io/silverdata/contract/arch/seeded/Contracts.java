package io.silverdata.contract.arch.seeded;

import io.silverdata.contract.arch.seeded.internal.InternalThatKnowsTheFacade;
import java.time.Clock;
import java.util.Optional;

/** Stands for the facade, which must be given the time. */
public final class Contracts {
    private final Clock clock = Clock.systemUTC();

    Clock clock() {
        return clock;
    }

    Optional<InternalThatKnowsTheFacade> circle() {
        return Optional.of(new InternalThatKnowsTheFacade(this));
    }
}
