package io.silverdata.contract.model;

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

    public Reservation {
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(until, "until");
        Rule.range("renewals", renewals, 0, Integer.MAX_VALUE);
    }

    /** Whether the right to the ports has ended. */
    public boolean isOver(Instant at) {
        return !until.isAfter(at);
    }
}
