package io.silverdata.contract.query;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import java.util.Objects;

/**
 * Around a position, on a map that is flat there: as small as it may be, it differs from the ground by less than 1 % up to 70
 * degrees north or south. It adds, multiplies and compares only, in the order given here, so that every storage which computes in
 * doubles of IEEE 754 answers the same to the last bit.
 *
 * @param centre in the middle
 * @param radius 1 m to 10 km
 */
public record Circle(GeoPosition centre, Distance radius) {
    /** The largest radius, in metres. */
    public static final long MAX_METRES = 10_000;

    private static final double METRES_PER_DEGREE = 111_195.08;
    private static final double HALF_TURN = 180;
    private static final double FULL_TURN = 360;

    /**
     * Checks the radius.
     *
     * @throws InvalidQueryException naming field, value and what is allowed
     */
    public Circle {
        Objects.requireNonNull(centre, "centre");
        if (radius.metres() < 1 || radius.metres() > MAX_METRES) {
            throw new InvalidQueryException("radius", radius.toString(), "1 m to " + MAX_METRES + " m");
        }
    }

    /** Whether a position is in it: north * north + east * east is at most reach * reach, in degrees of latitude. */
    public boolean contains(GeoPosition position) {
        double north = position.latitude() - centre.latitude();
        double turned = Math.abs(position.longitude() - centre.longitude());
        double east = Math.min(turned, FULL_TURN - turned) * shrink();
        return north * north + east * east <= reach() * reach();
    }

    /** How much shorter a degree of longitude is than one of latitude. */
    public double shrink() {
        return Math.cos(Math.toRadians(centre.latitude()));
    }

    /** The radius in degrees of latitude. */
    public double reach() {
        return radius.metres() / METRES_PER_DEGREE;
    }

    /** How many degrees of longitude to either side of the centre are in it, at most 180; a little more, for rounding. */
    public double reachEast() {
        double wide = reach() / shrink() * 1.000_001;
        return wide < HALF_TURN ? wide : HALF_TURN;
    }
}
