package io.silverdata.contract.spi;

import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The zone in which the operator's days begin. Everything wired to a storage must use the same
 * zone: otherwise bills and contracts differ by a day, unnoticed. Safe for use by any number of threads.
 */
public final class OperatorZone {
    private @Nullable Statement first;

    private record Statement(String who, ZoneId zone) {
        Statement {
            Objects.requireNonNull(zone, "zone");
        }
    }

    /** Nothing was said yet. */
    public OperatorZone() {}

    /**
     * Agrees on a zone. The first one that is said holds.
     *
     * @param who says it, for the message
     * @throws IllegalArgumentException naming both, if it is another than was said before
     */
    public synchronized void agree(String who, ZoneId zone) {
        Statement said = first;
        if (said == null) {
            first = new Statement(who, zone);
        } else if (!isSame(said.zone, zone)) {
            throw new IllegalArgumentException(
                    "the zone of " + who + " must be that of " + said.who + ", " + said.zone + ", was " + zone);
        }
    }

    /** Whether days begin at the same time in both, by their rules: UTC is Z by another name. */
    public static boolean isSame(ZoneId one, ZoneId other) {
        return one.normalized().equals(other.normalized());
    }
}
