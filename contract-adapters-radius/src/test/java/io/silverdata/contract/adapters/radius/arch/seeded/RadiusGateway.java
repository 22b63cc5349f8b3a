package io.silverdata.contract.adapters.radius.arch.seeded;

import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;

final class RadiusGateway {
    private RadiusGateway() {}

    /** Takes more than its defaults. */
    static final class Builder {
        private Builder() {}

        static List<Object> defaults() {
            return List.of(Clock.systemUTC(), System.nanoTime(), new SplittableRandom());
        }
    }
}
