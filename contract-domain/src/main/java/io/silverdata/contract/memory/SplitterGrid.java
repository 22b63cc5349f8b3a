package io.silverdata.contract.memory;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Splitter;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Splitters in cells of a hundredth of a degree, about one kilometre, so that a search looks only at cells that its radius
 * reaches.
 */
final class SplitterGrid {
    private static final double CELLS_PER_DEGREE = 100;
    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    // A little less than there are, so that the window is a little larger than the circle.
    private static final double METRES_PER_DEGREE = 111_000;

    private final NavigableMap<Integer, NavigableMap<Integer, Set<Splitter>>> rows = new TreeMap<>();

    void add(Splitter splitter) {
        rows.computeIfAbsent(cell(splitter.position().latitude()), first -> new TreeMap<>())
                .computeIfAbsent(cell(splitter.position().longitude()), first -> new HashSet<>())
                .add(splitter);
    }

    void remove(Splitter splitter) {
        Optional.ofNullable(rows.get(cell(splitter.position().latitude())))
                .map(row -> row.get(cell(splitter.position().longitude())))
                .ifPresent(cell -> cell.remove(splitter));
    }

    /** Every splitter within the radius, and some beyond. */
    Stream<Splitter> around(GeoPosition position, Distance radius) {
        double reach = (radius.metres() + 1) / METRES_PER_DEGREE;
        double south = position.latitude() - reach;
        double north = position.latitude() + reach;
        // No two points of the circle are further apart in longitude than along its parallel nearest to a pole.
        double parallel = Math.max(Math.abs(south), Math.abs(north));
        double sideways = parallel < POLE ? reach / Math.cos(Math.toRadians(parallel)) : 2 * DATE_LINE;
        double west = position.longitude() - sideways;
        double east = position.longitude() + sideways;
        boolean wraps = west < -DATE_LINE || east > DATE_LINE;
        return rows.subMap(cell(south), true, cell(north), true).values().stream()
                .map(row -> wraps ? row : row.subMap(cell(west), true, cell(east), true))
                .flatMap(cells -> cells.values().stream())
                .flatMap(Set::stream);
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees * CELLS_PER_DEGREE);
    }
}
