package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.query.Circle;
import java.util.ArrayList;
import java.util.List;

/** A grid over the earth, whose cells have one number each: those of a row follow each other. */
public final class Cells {
    private static final double SIZE_DEGREES = 0.005;
    private static final double HALF_TURN = 180;
    private static final double FULL_TURN = 360;
    private static final double QUARTER_TURN = 90;
    private static final long ROW = 100_000;

    private Cells() {}

    /**
     * Cells one after the other.
     *
     * @param first inclusive
     * @param last inclusive
     */
    public record Run(long first, long last) {}

    /** The cell of a position. */
    static long of(GeoPosition position) {
        return row(position.latitude()) * ROW + column(position.longitude());
    }

    /** The cells that a circle touches, and perhaps some more beside it. */
    public static List<Run> around(Circle circle) {
        double reach = circle.reach() + SIZE_DEGREES / ROW;
        double west = circle.centre().longitude() - circle.reachEast();
        double east = circle.centre().longitude() + circle.reachEast();
        List<Run> runs = new ArrayList<>();
        long top = row(Math.min(QUARTER_TURN, circle.centre().latitude() + reach));
        for (long row = row(Math.max(-QUARTER_TURN, circle.centre().latitude() - reach)); row <= top; row++) {
            if (west < -HALF_TURN) {
                runs.add(run(row, west + FULL_TURN, HALF_TURN));
            }
            if (east > HALF_TURN) {
                runs.add(run(row, -HALF_TURN, east - FULL_TURN));
            }
            runs.add(run(row, Math.max(-HALF_TURN, west), Math.min(HALF_TURN, east)));
        }
        return runs;
    }

    private static Run run(long row, double west, double east) {
        return new Run(row * ROW + column(west), row * ROW + column(east));
    }

    private static long row(double latitude) {
        return (long) Math.floor((latitude + QUARTER_TURN) / SIZE_DEGREES);
    }

    private static long column(double longitude) {
        return (long) Math.floor((longitude + HALF_TURN) / SIZE_DEGREES);
    }
}
