package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.Values;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
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
        Values values = new Values().bind("now", Micros.of(now));
        String ponPorts = "(SELECT * FROM {pon_port} p WHERE p.olt_id = " + values.add(olt.value())
                + after.map(last -> " AND (p.frame, p.slot, p.port) > (" + values.add(last.frame()) + ", "
                                + values.add(last.slot()) + ", " + values.add(last.port()) + ")")
                        .orElse("")
                + " ORDER BY p.frame, p.slot, p.port LIMIT " + values.add(page.size() + 1) + ") p";
        return Listing.of(
                values.ask(
                        sessions,
                        "SELECT " + PonPortRow.COLUMNS + ", " + OutputCounts.COLUMNS + " FROM " + ponPorts
                                + PonPortRow.JOIN_OLT + countsOfEach(ponPorts)
                                + " ORDER BY p.frame, p.slot, p.port",
                        row -> new PonPortSummary(
                                PonPortRow.read(row, 1).ponPort(),
                                new Occupancy(OutputCounts.read(row, PonPortRow.WIDTH + 1)))),
                page,
                summary -> Cursor.ofPonPort(summary.ponPort().id()));
    }

    /** PostgreSQL counts them PON port by PON port, in two thirds of the time. */
    private String countsOfEach(String ponPorts) {
        return switch (dialect) {
            case POSTGRESQL -> " CROSS JOIN LATERAL " + OutputCounts.of("o.pon_port_id = p.pon_port_id") + " c";
            case H2, MARIADB ->
                " LEFT JOIN "
                        + OutputCounts.by(
                                "pon_port_id", "o.pon_port_id IN (SELECT p.pon_port_id FROM " + ponPorts + ")")
                        + " c ON c.counted_id = p.pon_port_id";
        };
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
}
