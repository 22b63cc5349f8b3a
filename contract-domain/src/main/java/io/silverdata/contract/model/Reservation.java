package io.silverdata.contract.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Ports kept for a draft.
 *
 * @param ports what is kept
 * @param until when the right to it ends; at that instant it has ended
 * @param renewals how often it was renewed, 0 or more
 */
public record Reservation(PortAssignment ports, Instant until, int renewals) {
    /** How long a reservation lasts beyond the time of an activation that is scheduled, and at most once that is withdrawn. */
    public static final Duration AROUND_ACTIVATION = Duration.ofDays(7);

    public Reservation {
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(until, "until");
        Rule.range("renewals", renewals, 0, Integer.MAX_VALUE);
    }

    /** Whether the right to the ports has ended. */
    public boolean isOver(Instant at) {
        return !until.isAfter(at);
    }

    /** So that an activation finds it at a time, however late it is carried out, and staff has a week if it is refused then. */
    Reservation keptFor(Instant activation) {
        Instant end = activation.plus(AROUND_ACTIVATION);
        return until.isBefore(end) ? new Reservation(ports, end, renewals) : this;
    }

    /** Nothing waits for it any more: it lasts a week at most. */
    Reservation notKeptFrom(Instant now) {
        Instant end = now.plus(AROUND_ACTIVATION);
        return until.isAfter(end) ? new Reservation(ports, end, renewals) : this;
    }
}
