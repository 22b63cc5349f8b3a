package io.silverdata.contract.feasibility;

import io.silverdata.contract.model.Distance;
import java.time.Duration;
import java.util.Objects;

/**
 * What an operator asks of a line before it is promised.
 *
 * @param searchRadius how far from an address splitters are looked for, 1 m to 50 km; default 500 m
 * @param maxSurveyed how many splitters are looked at for one address, 1 to 1000; default 20
 * @param maxKept how many of them an assessment names at most, the one asked for not counted, 1 to 100; default 5
 * @param maxDrop the longest drop, 1 m to 50 km; default 300 m
 * @param dropRouting length of a drop for each metre as the crow flies, 1 to 5; default 1.3
 * @param warnPercent share of a limit above which a check warns, 1 to 100, where 100 never warns; default 90
 * @param maxOversubscription how often the downstream rate of a PON port may be sold, 0.01 to 1000; default 30; asked only
 *     where the host tells what is sold
 * @param validity how long an assessment holds, 1 minute to 365 days; default 7 days
 * @param optics design values of the optical network
 */
public record FeasibilityPolicy(
        Distance searchRadius,
        int maxSurveyed,
        int maxKept,
        Distance maxDrop,
        double dropRouting,
        int warnPercent,
        double maxOversubscription,
        Duration validity,
        OpticalDesign optics) {
    private static final Distance MIN_DISTANCE = Distance.ofMetres(1);
    private static final Distance MAX_DISTANCE = Distance.ofMetres(50_000);
    private static final FeasibilityPolicy DEFAULTS = new FeasibilityPolicy(
            Distance.ofMetres(500),
            20,
            5,
            Distance.ofMetres(300),
            1.3,
            90,
            30,
            Duration.ofDays(7),
            OpticalDesign.defaults());

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public FeasibilityPolicy {
        Range.check("searchRadius", searchRadius, MIN_DISTANCE, MAX_DISTANCE);
        Range.check("maxSurveyed", maxSurveyed, 1, 1_000);
        Range.check("maxKept", maxKept, 1, 100);
        Range.check("maxDrop", maxDrop, MIN_DISTANCE, MAX_DISTANCE);
        Range.check("dropRouting", dropRouting, 1.0, 5.0);
        Range.check("warnPercent", warnPercent, 1, 100);
        Range.check("maxOversubscription", maxOversubscription, 0.01, 1_000.0);
        Range.check("validity", validity, Duration.ofMinutes(1), Duration.ofDays(365));
        Objects.requireNonNull(optics, "optics");
    }

    /** The default values, each as its parameter says. */
    public static FeasibilityPolicy defaults() {
        return DEFAULTS;
    }

    /** A builder that holds the default values. */
    public static Builder builder() {
        return DEFAULTS.toBuilder();
    }

    /** A builder that holds the values of this policy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Whether a use is within a limit and yet close to it. */
    boolean isClose(long use, long limit) {
        return use * 100 > limit * warnPercent;
    }

    /** Changes some values of a policy; the others stay. Values are checked by {@link #build()}. Not thread-safe. */
    public static final class Builder {
        private Distance searchRadius;
        private int maxSurveyed;
        private int maxKept;
        private Distance maxDrop;
        private double dropRouting;
        private int warnPercent;
        private double maxOversubscription;
        private Duration validity;
        private OpticalDesign optics;

        private Builder(FeasibilityPolicy policy) {
            searchRadius = policy.searchRadius;
            maxSurveyed = policy.maxSurveyed;
            maxKept = policy.maxKept;
            maxDrop = policy.maxDrop;
            dropRouting = policy.dropRouting;
            warnPercent = policy.warnPercent;
            maxOversubscription = policy.maxOversubscription;
            validity = policy.validity;
            optics = policy.optics;
        }

        /** How far from an address splitters are looked for, 1 m to 50 km. */
        public Builder searchRadius(Distance radius) {
            searchRadius = radius;
            return this;
        }

        /** How many splitters are looked at for one address, 1 to 1000. */
        public Builder maxSurveyed(int max) {
            maxSurveyed = max;
            return this;
        }

        /** How many splitters an assessment names at most, the one asked for not counted, 1 to 100. */
        public Builder maxKept(int max) {
            maxKept = max;
            return this;
        }

        /** The longest drop, 1 m to 50 km. */
        public Builder maxDrop(Distance length) {
            maxDrop = length;
            return this;
        }

        /** Length of a drop for each metre as the crow flies, 1 to 5. */
        public Builder dropRouting(double factor) {
            dropRouting = factor;
            return this;
        }

        /** Share of a limit above which a check warns, 1 to 100. */
        public Builder warnPercent(int percent) {
            warnPercent = percent;
            return this;
        }

        /** How often the downstream rate of a PON port may be sold, 0.01 to 1000. */
        public Builder maxOversubscription(double times) {
            maxOversubscription = times;
            return this;
        }

        /** How long an assessment holds, 1 minute to 365 days. */
        public Builder validity(Duration duration) {
            validity = duration;
            return this;
        }

        /** Design values of the optical network. */
        public Builder optics(OpticalDesign design) {
            optics = design;
            return this;
        }

        /**
         * The policy.
         *
         * @throws IllegalArgumentException naming the first field that is out of range, its value and the range
         */
        public FeasibilityPolicy build() {
            return new FeasibilityPolicy(
                    searchRadius,
                    maxSurveyed,
                    maxKept,
                    maxDrop,
                    dropRouting,
                    warnPercent,
                    maxOversubscription,
                    validity,
                    optics);
        }
    }
}
