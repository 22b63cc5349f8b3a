package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.query.Occupancy;
import io.silverdata.contract.query.SplitterSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** Splitters with PON port, OLT and the use of their outputs, in one query. */
final class SplitterOccupancy {
    private static final int COUNTS = SplitterRow.WIDTH + PonPortRow.WIDTH + 1;

    private SplitterOccupancy() {}

    /** One of them. */
    record Found(SplitterRow row, PonPortRow head, Map<PortState, Integer> outputs) {
        SplitterSummary summary() {
            return new SplitterSummary(row.splitter(), new Occupancy(outputs));
        }
    }

    /** Those of a PON port. */
    static List<Found> under(Session session, int ponPort, Instant now) {
        return of(
                session.query(sql("o.pon_port_id = :ponPort", "s.pon_port_id = :ponPort"))
                        .bind("ponPort", ponPort),
                now);
    }

    /** Those of these rows. */
    static List<Found> byId(Session session, List<Integer> ids, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : of(
                        session.query(sql("o.splitter_id IN (<ids>)", "s.splitter_id IN (<ids>)"))
                                .bindList("ids", ids),
                        now);
    }

    private static String sql(String outputs, String splitters) {
        return "SELECT " + SplitterRow.COLUMNS + ", " + PonPortRow.COLUMNS + ", " + OutputCounts.COLUMNS + " FROM "
                + SplitterRow.TABLES + PonPortRow.JOIN_OLT
                + " JOIN " + OutputCounts.by("splitter_id", outputs) + " c ON c.counted_id = s.splitter_id"
                + " WHERE " + splitters;
    }

    private static List<Found> of(Query query, Instant now) {
        return query.bind("now", now)
                .map((row, context) -> new Found(
                        SplitterRow.read(row),
                        PonPortRow.read(row, SplitterRow.WIDTH + 1),
                        OutputCounts.read(row, COUNTS)))
                .list();
    }
}
