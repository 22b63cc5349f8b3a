package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.SplitterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The splitters around a place that have a free output. It looks at a small circle first and widens it until there are
 * enough, so that a dense city costs no more than a village.
 */
final class Nearby {
    private static final long FIRST_CIRCLE_METRES = 250;
    private static final int WIDENING = 3;

    private final Session session;
    private final GeoPosition position;
    private final Distance radius;
    private final Instant now;

    /** One of them. */
    record Found(int id, SplitterId name, Distance distance) {
        private static final Comparator<Found> NEAREST_FIRST =
                Comparator.comparing(Found::distance).thenComparing(Found::name);
    }

    Nearby(Session session, GeoPosition position, Distance radius, Instant now) {
        this.session = session;
        this.position = position;
        this.radius = radius;
        this.now = now;
    }

    /** The nearest first, of equally near ones the lesser name first. */
    List<Found> first(int max) {
        long reach = FIRST_CIRCLE_METRES;
        List<Found> found = within(Math.min(reach, radius.metres()));
        while (found.size() < max && reach < radius.metres()) {
            reach *= WIDENING;
            found = within(Math.min(reach, radius.metres()));
        }
        return found.subList(0, Math.min(max, found.size()));
    }

    private List<Found> within(long metres) {
        GridWindow window = GridWindow.around(position, metres);
        List<Found> found = new ArrayList<>(window.restrict(session.query("SELECT s.splitter_id, s.name, s.latitude,"
                                + " s.longitude FROM {splitter} s WHERE " + window.condition()
                                + " AND EXISTS (SELECT 1 FROM {output} o WHERE o.splitter_id = s.splitter_id AND "
                                + OutputRows.IS_FREE + ")")
                        .bind("now", now))
                .map((row, context) -> new Found(
                        row.getInt(1),
                        new SplitterId(row.getString(2)),
                        position.distanceTo(new GeoPosition(row.getDouble(3), row.getDouble(4)))))
                .list());
        found.removeIf(splitter -> splitter.distance().metres() > metres);
        found.sort(Found.NEAREST_FIRST);
        return found;
    }
}
