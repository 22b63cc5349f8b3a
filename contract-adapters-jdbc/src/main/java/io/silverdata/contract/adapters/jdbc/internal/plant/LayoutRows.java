package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.BatchUpdate;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.PlantLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Installs a layout: one at a time, checked before anything is written, in batches that do for a whole country. */
final class LayoutRows {
    private static final int ROWS_PER_BATCH = 1_000;

    private final Session session;

    LayoutRows(Session session) {
        this.session = session;
    }

    void install(PlantLayout layout) {
        lock(session);
        KnownRows known = new KnownRows(session, layout);
        layout.requireFits(known);
        keep(layout, known);
    }

    /** Installs splitters where they are now, also those with outputs that contracts have. */
    void splice(List<Splitter> splitters) {
        lock(session);
        PlantLayout layout = new PlantLayout(List.of(), List.of(), splitters);
        KnownRows known = new KnownRows(session, layout);
        layout.requireFitsWithContracts(known);
        keep(layout, known);
    }

    private void keep(PlantLayout layout, KnownRows known) {
        layout.olts().forEach(olt -> keep(olt, known.has(olt.id())));
        keepPonPorts(layout.ponPorts(), known);
        if (!layout.splitters().isEmpty()) {
            keepSplitters(layout.splitters(), known);
        }
    }

    /** From now on nobody else changes the parts of the plant. */
    static void lock(Session session) {
        session.lockingQuery("SELECT position FROM {latch} WHERE name = 'plant' FOR UPDATE")
                .mapTo(Long.class)
                .one();
    }

    private void keep(Olt olt, boolean known) {
        session.update(
                        known
                                ? "UPDATE {olt} SET state = :state WHERE olt_id = :olt"
                                : "INSERT INTO {olt} (olt_id, state) VALUES (:olt, :state)")
                .bind("olt", olt.id().value())
                .bind("state", olt.state().name())
                .execute();
    }

    private void keepPonPorts(List<PonPort> ponPorts, KnownRows known) {
        inBatches(
                ponPorts.stream().filter(ponPort -> known.has(ponPort.id())).toList(),
                "UPDATE {pon_port} SET technologies = :technologies, subscriber_limit = :limit,"
                        + " transmit_power = :power, state = :state"
                        + " WHERE olt_id = :olt AND frame = :frame AND slot = :slot AND port = :port",
                LayoutRows::bind);
        inBatches(
                ponPorts.stream().filter(ponPort -> !known.has(ponPort.id())).toList(),
                "INSERT INTO {pon_port} (olt_id, frame, slot, port, technologies, subscriber_limit, transmit_power, state)"
                        + " VALUES (:olt, :frame, :slot, :port, :technologies, :limit, :power, :state)",
                LayoutRows::bind);
    }

    private void keepSplitters(List<Splitter> splitters, KnownRows known) {
        Map<PonPortId, Integer> ponPorts = ponPortIds(splitters);
        Map<SplitterId, SplitterRow> before = known.rows(splitters);
        List<Splitter> added = splitters.stream()
                .filter(splitter -> !before.containsKey(splitter.id()))
                .toList();
        Seats seats = new Seats(session, ponPorts, added);
        forgetFeeds(before);
        inBatches(
                splitters.stream()
                        .filter(splitter -> before.containsKey(splitter.id()))
                        .toList(),
                "UPDATE {splitter} SET pon_port_id = :ponPort, outputs = :outputs, latitude = :latitude,"
                        + " longitude = :longitude, cell_y = :cellY, cell_x = :cellX, loss = :loss, feed = :feed"
                        + " WHERE name = :name",
                (batch, splitter) -> bind(batch, splitter, ponPorts));
        inBatches(
                added,
                "INSERT INTO {splitter} (name, pon_port_id, outputs, latitude, longitude, cell_y, cell_x, loss, feed,"
                        + " first_seat) VALUES (:name, :ponPort, :outputs, :latitude, :longitude, :cellY, :cellX, :loss,"
                        + " :feed, :firstSeat)",
                (batch, splitter) -> bind(batch, splitter, ponPorts).bind("firstSeat", seats.firstFor(splitter)));
        Map<SplitterId, SplitterRow> after =
                SplitterRow.byName(session, splitters.stream().map(Splitter::id).toList()).stream()
                        .collect(Collectors.toMap(row -> row.splitter().id(), row -> row));
        OutputLayout outputs = new OutputLayout(session);
        outputs.fit(splitters, before, after);
        seats.move(before, after);
        feed(splitters, known, after, outputs);
    }

    /** A splitter may take over the output that fed another one of the layout: all feeds go before any comes. */
    private void forgetFeeds(Map<SplitterId, SplitterRow> before) {
        inBatches(
                List.copyOf(before.values()),
                "UPDATE {splitter} SET parent_id = NULL, parent_output = NULL WHERE splitter_id = :splitter",
                (batch, row) -> batch.bind("splitter", row.id()));
    }

    private void feed(
            List<Splitter> splitters, KnownRows known, Map<SplitterId, SplitterRow> after, OutputLayout outputs) {
        Map<SplitterId, SplitterRow> rows = new HashMap<>(after);
        List<Splitter> fed = splitters.stream()
                .filter(splitter -> splitter.parent().isPresent())
                .toList();
        fed.forEach(splitter -> rows.computeIfAbsent(
                splitter.parent().get().splitter(), name -> known.row(name).orElseThrow()));
        inBatches(
                fed,
                "UPDATE {splitter} SET parent_id = :parent, parent_output = :output WHERE splitter_id = :splitter",
                (batch, splitter) -> {
                    SplitterOutputId parent = splitter.parent().get();
                    batch.bind("parent", Rows.get(rows, parent.splitter()).id())
                            .bind("output", parent.output())
                            .bind("splitter", Rows.get(rows, splitter.id()).id());
                });
        outputs.block(fed.stream().map(splitter -> splitter.parent().get()).toList(), rows);
    }

    private Map<PonPortId, Integer> ponPortIds(List<Splitter> splitters) {
        Map<PonPortId, Integer> ids = new HashMap<>();
        splitters.stream()
                .map(splitter -> splitter.ponPort().olt())
                .distinct()
                .forEach(olt -> session.query(
                                "SELECT olt_id, frame, slot, port, pon_port_id FROM {pon_port} WHERE olt_id = :olt")
                        .bind("olt", olt.value())
                        .map((row, context) -> Map.entry(OutputRows.ponPort(row, 1), row.getInt(5)))
                        .forEach(entry -> ids.put(entry.getKey(), entry.getValue())));
        return ids;
    }

    private static void bind(PreparedBatch batch, PonPort ponPort) {
        batch.bind("olt", ponPort.id().olt().value())
                .bind("frame", ponPort.id().frame())
                .bind("slot", ponPort.id().slot())
                .bind("port", ponPort.id().port())
                .bind(
                        "technologies",
                        ponPort.technologies().stream().map(Enum::name).collect(Collectors.joining(",")))
                .bind("limit", ponPort.subscriberLimit())
                .bind(
                        "power",
                        ponPort.transmitPower().map(OpticalPower::hundredthsDbm).orElse(null))
                .bind("state", ponPort.state().name());
    }

    private static PreparedBatch bind(PreparedBatch batch, Splitter splitter, Map<PonPortId, Integer> ponPorts) {
        return batch.bind("name", splitter.id().value())
                .bind("ponPort", ponPorts.get(splitter.ponPort()))
                .bind("outputs", splitter.outputs())
                .bind("latitude", splitter.position().latitude())
                .bind("longitude", splitter.position().longitude())
                .bind("cellY", GridWindow.cell(splitter.position().latitude()))
                .bind("cellX", GridWindow.cell(splitter.position().longitude()))
                .bind("loss", splitter.loss().map(Decibels::hundredths).orElse(null))
                .bind("feed", splitter.feed().metres());
    }

    private <T> void inBatches(List<T> items, String sql, BatchUpdate.Binder<T> binder) {
        BatchUpdate.run(session, ROWS_PER_BATCH, items, sql, binder);
    }
}
