package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.regex.Pattern;

/**
 * A point on the ground, WGS 84.
 *
 * @param latitude degrees, -90 to 90, north positive
 * @param longitude degrees, -180 to 180, east positive
 */
public record GeoPosition(double latitude, double longitude) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;
    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;
    // Double.parseDouble alone would also take "1d", "0x1p3" and white space.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public GeoPosition {
        check("latitude", latitude, MAX_LATITUDE);
        check("longitude", longitude, MAX_LONGITUDE);
    }

    /**
     * Reads decimal degrees, as {@code -0.18065} and {@code -78.46784}.
     *
     * @return the position, or what is wrong with the first bad text
     */
    public static Either<Rejection.InvalidValue, GeoPosition> parse(String latitude, String longitude) {
        return degrees("latitude", latitude, MAX_LATITUDE)
                .flatMap(north ->
                        degrees("longitude", longitude, MAX_LONGITUDE).map(east -> new GeoPosition(north, east)));
    }

    /** The great-circle distance by the haversine formula on a sphere of the mean Earth radius; within 0.6 %. */
    public Distance distanceTo(GeoPosition other) {
        double halfNorth = Math.toRadians(other.latitude - latitude) / 2;
        double halfEast = Math.toRadians(other.longitude - longitude) / 2;
        double haversine = square(Math.sin(halfNorth))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(halfEast));
        return new Distance(Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)))));
    }

    @Override
    public String toString() {
        return latitude + "," + longitude;
    }

    private static double square(double value) {
        return value * value;
    }

    private static void check(String field, double value, double max) {
        if (!(Math.abs(value) <= max)) {
            throw new IllegalArgumentException(
                    refusal(field, Double.toString(value), max).message());
        }
    }

    private static Either<Rejection.InvalidValue, Double> degrees(String field, String text, double max) {
        if (!DECIMAL.matcher(text).matches()) {
            return Either.left(refusal(field, text, max));
        }
        double value = Double.parseDouble(text);
        return Math.abs(value) <= max ? Either.right(value) : Either.left(refusal(field, text, max));
    }

    private static Rejection.InvalidValue refusal(String field, String value, double max) {
        return new Rejection.InvalidValue(field, value, "degrees of -" + (int) max + " to " + (int) max);
    }
}
