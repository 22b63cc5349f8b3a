package io.silverdata.contract.allocation;

import io.silverdata.contract.model.Rejection;
import java.time.Duration;
import java.util.Objects;

/**
 * How an operator hands out splitter outputs.
 *
 * @param reservationTtl how long a reservation lasts, and a renewal adds, 1 minute to 365 days; default 7 days
 * @param maxRenewals how often a reservation may be renewed, 0 to 100; default 2
 * @param quarantine how long an output rests after its line is deconfigured, 0 to 365 days; default none
 * @param preference which splitter is tried first; default {@link PortPreference#NEAREST}
 */
public record AllocationPolicy(
        Duration reservationTtl, int maxRenewals, Duration quarantine, PortPreference preference) {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final AllocationPolicy DEFAULTS =
            new AllocationPolicy(Duration.ofDays(7), 2, Duration.ZERO, PortPreference.NEAREST);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public AllocationPolicy {
        check("reservationTtl", reservationTtl, Duration.ofMinutes(1), YEAR);
        check("maxRenewals", maxRenewals, 0, 100);
        check("quarantine", quarantine, Duration.ZERO, YEAR);
        Objects.requireNonNull(preference, "preference");
    }

    /** The default values, each as its parameter says. */
    public static AllocationPolicy defaults() {
        return DEFAULTS;
    }

    /** The same with another length of reservations. */
    public AllocationPolicy withReservationTtl(Duration other) {
        return new AllocationPolicy(other, maxRenewals, quarantine, preference);
    }

    /** The same with another number of renewals. */
    public AllocationPolicy withMaxRenewals(int other) {
        return new AllocationPolicy(reservationTtl, other, quarantine, preference);
    }

    /** The same with another rest after deconfiguration. */
    public AllocationPolicy withQuarantine(Duration other) {
        return new AllocationPolicy(reservationTtl, maxRenewals, other, preference);
    }

    /** The same with another preference. */
    public AllocationPolicy withPreference(PortPreference other) {
        return new AllocationPolicy(reservationTtl, maxRenewals, quarantine, other);
    }

    private static <T extends Comparable<T>> void check(String field, T value, T min, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, value.toString(), min + " to " + max).message());
        }
    }
}
