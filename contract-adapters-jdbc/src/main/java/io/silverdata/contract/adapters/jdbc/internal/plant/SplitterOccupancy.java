package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.query.Occupancy;
import io.silverdata.contract.query.SplitterSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** Splitters with PON port, OLT and the use of their outputs, in one query: a row for each splitter and state. */
final class SplitterOccupancy {
    private static final int STATE = SplitterRow.WIDTH + PonPortRow.WIDTH + 1;

    private final Map<Integer, Found> found = new LinkedHashMap<>();

    /** One of them. */
    record Found(SplitterRow row, PonPortRow head, Map<PortState, Integer> outputs) {
        SplitterSummary summary() {
            return new SplitterSummary(row.splitter(), new Occupancy(outputs));
        }
    }

    private SplitterOccupancy() {}

    /** Those of a PON port. */
    static Collection<Found> under(Session session, int ponPort, Instant now) {
        return of(
                session.query(sql("o.pon_port_id = :ponPort", "s.pon_port_id = :ponPort"))
                        .bind("ponPort", ponPort),
                now);
    }

    /** Those of these rows. */
    static Collection<Found> byId(Session session, List<Integer> ids, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : of(
                        session.query(sql("o.splitter_id IN (<ids>)", "s.splitter_id IN (<ids>)"))
                                .bindList("ids", ids),
                        now);
    }

    private static String sql(String outputs, String splitters) {
        return "SELECT " + SplitterRow.COLUMNS + ", " + PonPortRow.COLUMNS + ", c.state, c.outputs FROM "
                + SplitterRow.TABLES + PonPortRow.JOIN_OLT
                + " JOIN " + OutputRows.counted("splitter_id", outputs) + " c ON c.counted_id = s.splitter_id"
                + " WHERE " + splitters;
    }

    private static Collection<Found> of(Query query, Instant now) {
        SplitterOccupancy occupancy = new SplitterOccupancy();
        query.bind("now", now).map((row, context) -> occupancy.add(row)).list();
        return new ArrayList<>(occupancy.found.values());
    }

    private Found add(ResultSet row) throws SQLException {
        Found before = found.get(row.getInt(1));
        Found splitter = before != null
                ? before
                : new Found(
                        SplitterRow.read(row),
                        PonPortRow.read(row, SplitterRow.WIDTH + 1),
                        new EnumMap<>(PortState.class));
        found.put(splitter.row().id(), splitter);
        splitter.outputs().put(PortState.valueOf(row.getString(STATE)), row.getInt(STATE + 1));
        return splitter;
    }
}
