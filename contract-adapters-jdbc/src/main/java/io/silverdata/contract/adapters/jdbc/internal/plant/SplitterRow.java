package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A splitter as it is kept.
 *
 * @param id of the row
 * @param ponPortId of the row of its PON port
 * @param parentId of the row of the splitter that feeds it, if one does
 * @param splitter what it is
 */
record SplitterRow(int id, int ponPortId, Optional<Integer> parentId, Splitter splitter) {
    /** How many columns there are. */
    static final int WIDTH = 15;

    static final String COLUMNS = "s.splitter_id, s.pon_port_id, s.parent_id, s.name, p.olt_id, p.frame,"
            + " p.slot, p.port, f.name, s.parent_output, s.outputs, s.latitude, s.longitude, s.loss, s.feed";
    static final String TABLES = "{splitter} s JOIN {pon_port} p ON p.pon_port_id = s.pon_port_id"
            + " LEFT JOIN {splitter} f ON f.splitter_id = s.parent_id";

    static List<SplitterRow> byName(Session session, Collection<SplitterId> names) {
        return all(session, "s.name IN (<keys>)", names, SplitterId::value);
    }

    static List<SplitterRow> byId(Session session, Collection<Integer> ids) {
        return all(session, "s.splitter_id IN (<keys>)", ids, id -> id);
    }

    static List<SplitterRow> fedBy(Session session, SplitterRow parent) {
        return all(session, "s.parent_id IN (<keys>)", List.of(parent.id()), id -> id);
    }

    /** In as many queries as it takes, since databases bound the number of values in one. */
    private static <K> List<SplitterRow> all(
            Session session, String condition, Collection<K> keys, Function<K, Object> value) {
        List<SplitterRow> rows = new ArrayList<>();
        List<K> rest = List.copyOf(keys);
        for (int first = 0; first < rest.size(); first += Rows.KEYS_PER_QUERY) {
            List<K> some = rest.subList(first, Math.min(first + Rows.KEYS_PER_QUERY, rest.size()));
            rows.addAll(session.query("SELECT " + COLUMNS + " FROM " + TABLES + " WHERE " + condition)
                    .bindList("keys", some.stream().map(value).toList())
                    .map((row, context) -> read(row))
                    .list());
        }
        return rows;
    }

    static SplitterRow read(ResultSet row) throws SQLException {
        String feeding = row.getString(9);
        Integer parentId = row.getObject(3) == null ? null : row.getInt(3);
        Splitter splitter = new Splitter(
                new SplitterId(row.getString(4)),
                OutputRows.ponPort(row, 5),
                feeding == null
                        ? Optional.empty()
                        : Optional.of(new SplitterOutputId(new SplitterId(feeding), row.getInt(10))),
                row.getInt(11),
                new GeoPosition(row.getDouble(12), row.getDouble(13)),
                row.getObject(14) == null ? Optional.empty() : Optional.of(new Decibels(row.getInt(14))),
                Distance.ofMetres(row.getLong(15)));
        return new SplitterRow(row.getInt(1), row.getInt(2), Optional.ofNullable(parentId), splitter);
    }
}
