package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.model.GeoPosition;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/**
 * The cells of a thousandth of a degree, about a hundred metres, that a circle reaches. Two whole numbers with an ordinary
 * index do for a search by place.
 *
 * @param south the first row
 * @param north the last row
 * @param west the first column
 * @param east the last column
 */
record GridWindow(int south, int north, int west, int east) {
    private static final double CELLS_PER_DEGREE = 1_000;
    private static final double POLE = 90;
    private static final double DATE_LINE = 180;
    // A little less than there are, so that the window is a little larger than the circle.
    private static final double METRES_PER_DEGREE = 111_000;
    // Above it one range of rows is quicker than a list of them.
    private static final int MAX_ROWS_LISTED = 64;

    static int cell(double degrees) {
        return (int) Math.floor(degrees * CELLS_PER_DEGREE);
    }

    /** A window that has everything within a distance, and some beyond. */
    static GridWindow around(GeoPosition position, long metres) {
        double reach = (metres + 1) / METRES_PER_DEGREE;
        double south = position.latitude() - reach;
        double north = position.latitude() + reach;
        // No two points of the circle are further apart in longitude than along its parallel nearest to a pole.
        double parallel = Math.max(Math.abs(south), Math.abs(north));
        double sideways = parallel < POLE ? reach / Math.cos(Math.toRadians(parallel)) : 2 * DATE_LINE;
        double west = position.longitude() - sideways;
        double east = position.longitude() + sideways;
        boolean wraps = west < -DATE_LINE || east > DATE_LINE;
        return new GridWindow(
                cell(south), cell(north), cell(wraps ? -DATE_LINE : west), cell(wraps ? DATE_LINE : east));
    }

    String condition() {
        return (listsRows() ? "s.cell_y IN (<rows>)" : "s.cell_y BETWEEN :south AND :north")
                + " AND s.cell_x BETWEEN :west AND :east";
    }

    Query restrict(Query query) {
        query.bind("west", west).bind("east", east);
        return listsRows()
                ? query.bindList("rows", rows())
                : query.bind("south", south).bind("north", north);
    }

    private boolean listsRows() {
        return north - south < MAX_ROWS_LISTED;
    }

    private List<Integer> rows() {
        return IntStream.rangeClosed(south, north).boxed().toList();
    }
}
