package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.query.Cursor;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.NearbySplitter;
import io.silverdata.contract.query.Occupancy;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.silverdata.contract.query.PonPortTree;
import io.silverdata.contract.spi.PlantSearch;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Answers about the plant, from its rows by their indexes. */
public final class PlantSearchRows implements PlantSearch {
    private final Sessions sessions;
    private final Dialect dialect;

    public PlantSearchRows(Sessions sessions, Dialect dialect) {
        this.sessions = sessions;
        this.dialect = dialect;
    }

    @Override
    public Listing<OltSummary> olts(Page page) {
        Optional<OltId> after = Cursor.ofOlts(page);
        return sessions.with(session -> {
            Query query = session.query("SELECT t.olt_id, t.state,"
                            + " (SELECT COUNT(*) FROM {pon_port} p WHERE p.olt_id = t.olt_id) FROM {olt} t"
                            + (after.isPresent() ? " WHERE t.olt_id > :after" : "") + " ORDER BY t.olt_id LIMIT :max")
                    .bind("max", page.size() + 1);
            after.ifPresent(last -> query.bind("after", last.value()));
            List<OltSummary> found = query.map((row, context) -> new OltSummary(
                            new Olt(new OltId(row.getString(1)), ServiceState.valueOf(row.getString(2))),
                            row.getInt(3)))
                    .list();
            return Listing.of(found, page, summary -> Cursor.ofOlt(summary.olt().id()));
        });
    }

    @Override
    public Listing<PonPortSummary> ponPorts(OltId olt, Page page, Instant now) {
        Optional<PonPortId> after = Cursor.ofPonPorts(olt, page);
        return sessions.with(session -> {
            List<PonPortRow> found = ponPorts(session, olt, after, page.size() + 1);
            Map<Integer, Map<PortState, Integer>> outputs = outputsUnder(
                    session,
                    found.stream().limit(page.size()).map(PonPortRow::id).toList(),
                    now);
            return Listing.of(
                    found.stream()
                            .map(row -> new PonPortSummary(
                                    row.ponPort(), new Occupancy(outputs.getOrDefault(row.id(), Map.of()))))
                            .toList(),
                    page,
                    summary -> Cursor.ofPonPort(summary.ponPort().id()));
        });
    }

    @Override
    public Optional<PonPortTree> tree(PonPortId ponPort, Instant now) {
        return sessions.with(session -> session.query("SELECT " + PonPortRow.COLUMNS + " FROM {pon_port} p"
                        + PonPortRow.JOIN_OLT
                        + " WHERE p.olt_id = :olt AND p.frame = :frame AND p.slot = :slot AND p.port = :port")
                .bind("olt", ponPort.olt().value())
                .bind("frame", ponPort.frame())
                .bind("slot", ponPort.slot())
                .bind("port", ponPort.port())
                .map((row, context) -> PonPortRow.read(row, 1))
                .findOne()
                .map(head -> PonPortTree.of(
                        head.ponPort(),
                        head.olt(),
                        SplitterOccupancy.under(session, head.id(), now).stream()
                                .map(SplitterOccupancy.Found::summary)
                                .toList())));
    }

    @Override
    public List<OutputSummary> outputs(SplitterId splitter, Instant now) {
        return sessions.with(session -> session.query("SELECT " + OutputRows.COLUMNS + ", f.name FROM "
                        + OutputRows.TABLES
                        + " LEFT JOIN {splitter} f ON f.parent_id = o.splitter_id AND f.parent_output = o.output_no"
                        + " WHERE s.name = :splitter ORDER BY o.output_no")
                .bind("splitter", splitter.value())
                .map((row, context) -> {
                    SplitterOutput output = OutputRows.output(dialect, row);
                    return new OutputSummary(
                            output,
                            output.state(now),
                            Optional.ofNullable(row.getString(OutputRows.WIDTH + 1))
                                    .map(SplitterId::new),
                            Optional.empty());
                })
                .list());
    }

    @Override
    public List<NearbySplitter> nearest(GeoPosition position, Distance radius, int max, Instant now) {
        Bounds.max(max);
        return sessions.with(session -> {
            List<Nearby.Found> nearest = new Nearby(session, position, radius, now).first(max);
            Map<Integer, SplitterOccupancy.Found> splitters =
                    SplitterOccupancy.byId(
                                    session,
                                    nearest.stream().map(Nearby.Found::id).toList(),
                                    now)
                            .stream()
                            .collect(Collectors.toMap(found -> found.row().id(), Function.identity()));
            return nearest.stream()
                    .map(near -> {
                        SplitterOccupancy.Found found = Rows.get(splitters, near.id());
                        return new NearbySplitter(
                                found.summary(),
                                found.head().ponPort(),
                                found.head().olt(),
                                near.distance());
                    })
                    .toList();
        });
    }

    private static List<PonPortRow> ponPorts(Session session, OltId olt, Optional<PonPortId> after, int max) {
        Query query = session.query("SELECT " + PonPortRow.COLUMNS + " FROM {pon_port} p" + PonPortRow.JOIN_OLT
                        + " WHERE p.olt_id = :olt"
                        + (after.isPresent() ? " AND (p.frame, p.slot, p.port) > (:frame, :slot, :port)" : "")
                        + " ORDER BY p.frame, p.slot, p.port LIMIT :max")
                .bind("olt", olt.value())
                .bind("max", max);
        after.ifPresent(last ->
                query.bind("frame", last.frame()).bind("slot", last.slot()).bind("port", last.port()));
        return query.map((row, context) -> PonPortRow.read(row, 1)).list();
    }

    private static Map<Integer, Map<PortState, Integer>> outputsUnder(
            Session session, List<Integer> ponPorts, Instant now) {
        Map<Integer, Map<PortState, Integer>> outputs = new HashMap<>();
        if (!ponPorts.isEmpty()) {
            session.query("SELECT c.counted_id, c.state, c.outputs FROM "
                            + OutputRows.counted("pon_port_id", "o.pon_port_id IN (<ids>)") + " c")
                    .bindList("ids", ponPorts)
                    .bind("now", now)
                    .map((row, context) -> outputs.computeIfAbsent(
                                    row.getInt(1), first -> new EnumMap<>(PortState.class))
                            .put(PortState.valueOf(row.getString(2)), row.getInt(3)))
                    .list();
        }
        return outputs;
    }
}
