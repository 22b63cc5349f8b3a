package io.silverdata.contract.feasibility;

import io.silverdata.contract.model.Distance;
import java.time.Duration;
import java.util.Objects;

/**
 * What an operator asks of a line before it is promised.
 *
 * @param searchRadius how far from an address splitters are looked for, 1 m to 50 km; default 500 m
 * @param mostSurveyed how many splitters are looked at for one address, 1 to 1000; default 20
 * @param mostKept how many of them an assessment names at most, the one asked for not counted, 1 to 100; default 5
 * @param mostDrop the longest drop, 1 m to 50 km; default 300 m
 * @param dropRouting length of a drop for each metre as the crow flies, 1 to 5; default 1.3
 * @param warnPercent share of a limit above which a check warns, 1 to 100, where 100 never warns; default 90
 * @param mostOversubscription how often the downstream rate of a PON port may be sold, 0.01 to 1000; default 30; asked only
 *     where the host tells what is sold
 * @param validity how long an assessment holds, 1 minute to 365 days; default 7 days
 * @param optics design values of the optical network
 */
public record FeasibilityPolicy(
        Distance searchRadius,
        int mostSurveyed,
        int mostKept,
        Distance mostDrop,
        double dropRouting,
        int warnPercent,
        double mostOversubscription,
        Duration validity,
        OpticalDesign optics) {
    private static final Distance LEAST_DISTANCE = Distance.ofMetres(1);
    private static final Distance MOST_DISTANCE = Distance.ofMetres(50_000);
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
        Range.check("searchRadius", searchRadius, LEAST_DISTANCE, MOST_DISTANCE);
        Range.check("mostSurveyed", mostSurveyed, 1, 1_000);
        Range.check("mostKept", mostKept, 1, 100);
        Range.check("mostDrop", mostDrop, LEAST_DISTANCE, MOST_DISTANCE);
        Range.check("dropRouting", dropRouting, 1.0, 5.0);
        Range.check("warnPercent", warnPercent, 1, 100);
        Range.check("mostOversubscription", mostOversubscription, 0.01, 1_000.0);
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
        private int mostSurveyed;
        private int mostKept;
        private Distance mostDrop;
        private double dropRouting;
        private int warnPercent;
        private double mostOversubscription;
        private Duration validity;
        private OpticalDesign optics;

        private Builder(FeasibilityPolicy policy) {
            searchRadius = policy.searchRadius;
            mostSurveyed = policy.mostSurveyed;
            mostKept = policy.mostKept;
            mostDrop = policy.mostDrop;
            dropRouting = policy.dropRouting;
            warnPercent = policy.warnPercent;
            mostOversubscription = policy.mostOversubscription;
            validity = policy.validity;
            optics = policy.optics;
        }

        /** How far from an address splitters are looked for, 1 m to 50 km. */
        public Builder searchRadius(Distance radius) {
            searchRadius = radius;
            return this;
        }

        /** How many splitters are looked at for one address, 1 to 1000. */
        public Builder mostSurveyed(int most) {
            mostSurveyed = most;
            return this;
        }

        /** How many splitters an assessment names at most, the one asked for not counted, 1 to 100. */
        public Builder mostKept(int most) {
            mostKept = most;
            return this;
        }

        /** The longest drop, 1 m to 50 km. */
        public Builder mostDrop(Distance length) {
            mostDrop = length;
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
        public Builder mostOversubscription(double times) {
            mostOversubscription = times;
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
                    mostSurveyed,
                    mostKept,
                    mostDrop,
                    dropRouting,
                    warnPercent,
                    mostOversubscription,
                    validity,
                    optics);
        }
    }
}
