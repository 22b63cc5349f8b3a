package io.silverdata.contract.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How much of the price is owed while a hold lasts, by what the hold leaves of the service. A hold may become stricter and
 * milder; each day is billed by the level at its end. {@link #always} and {@link #asServed} make the usual ones, {@link #builder}
 * any other.
 *
 * @param byLevel the share for each level
 */
public record BillabilityRule(Map<Enforcement, Billability> byLevel) {
    private static final BillabilityRule AS_SERVED = builder()
            .between(Enforcement.NONE, Enforcement.CAPTIVE, Billability.FULL)
            .between(Enforcement.HARD_BLOCK, Enforcement.LINE_DISABLED, Billability.NONE)
            .build();

    /**
     * Checks that every level has a share.
     *
     * @throws IllegalArgumentException naming the levels that have none
     */
    public BillabilityRule {
        Set<Enforcement> missing = EnumSet.allOf(Enforcement.class);
        missing.removeAll(byLevel.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(new Rejection.InvalidValue(
                            "billability", "none for " + missing, "a share for each level of enforcement")
                    .message());
        }
        byLevel = Collections.unmodifiableMap(new EnumMap<>(byLevel));
    }

    /** The same share at every level. */
    public static BillabilityRule always(Billability share) {
        return builder()
                .between(Enforcement.NONE, Enforcement.LINE_DISABLED, share)
                .build();
    }

    /** The full price as long as the subscriber can log in ({@link Enforcement#allowsLogin}), and nothing from then on. */
    public static BillabilityRule asServed() {
        return AS_SERVED;
    }

    /** Begins a rule; each level must be given a share, once. */
    public static Builder builder() {
        return new Builder();
    }

    /** The share at a level. */
    public Billability at(Enforcement level) {
        return Objects.requireNonNull(byLevel.get(level), "level");
    }

    /** Whether what is owed does not depend on the level. */
    public boolean isUniform() {
        return Set.copyOf(byLevel.values()).size() == 1;
    }

    /** For people: {@code 0.00 %}, or {@code 100.00 %, 0.00 % from HARD_BLOCK}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(at(Enforcement.NONE).toString());
        Billability before = at(Enforcement.NONE);
        for (Map.Entry<Enforcement, Billability> level : byLevel.entrySet()) {
            if (!level.getValue().equals(before)) {
                text.append(", ").append(level.getValue()).append(" from ").append(level.getKey());
                before = level.getValue();
            }
        }
        return text.toString();
    }

    /** A rule in the making. Not thread-safe. */
    public static final class Builder {
        private final Map<Enforcement, Billability> byLevel = new EnumMap<>(Enforcement.class);

        private Builder() {}

        /**
         * The share at one level.
         *
         * @throws IllegalArgumentException if the level has one already
         */
        public Builder at(Enforcement level, Billability share) {
            return between(level, level, share);
        }

        /**
         * The share at the levels from one to another, both included.
         *
         * @throws IllegalArgumentException if the first is stricter than the last, or if one of the levels has a share already
         */
        public Builder between(Enforcement mildest, Enforcement strictest, Billability share) {
            Objects.requireNonNull(share, "share");
            if (mildest.compareTo(strictest) > 0) {
                throw new IllegalArgumentException(
                        new Rejection.InvalidValue("mildest", mildest.name(), "no stricter than " + strictest)
                                .message());
            }
            Set<Enforcement> levels = EnumSet.range(mildest, strictest);
            for (Enforcement level : levels) {
                if (byLevel.containsKey(level)) {
                    throw new IllegalArgumentException(new Rejection.InvalidValue(
                                    "enforcement",
                                    level.name(),
                                    "in one rule only; it has " + byLevel.get(level) + " already")
                            .message());
                }
            }
            levels.forEach(level -> byLevel.put(level, share));
            return this;
        }

        /**
         * The rule.
         *
         * @throws IllegalArgumentException naming the levels that have no share
         */
        public BillabilityRule build() {
            return new BillabilityRule(byLevel);
        }
    }
}
