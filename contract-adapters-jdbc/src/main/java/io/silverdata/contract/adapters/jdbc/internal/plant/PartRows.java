package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/**
 * Removes and renames parts of the plant, one change at a time. The outputs are locked before anybody looks who has them: a buyer who was
 * first is seen, and one who comes later finds no such output.
 */
final class PartRows {
    private static final String HOLDERS = "SELECT o.holder FROM {output} o JOIN {splitter} s"
            + " ON s.splitter_id = o.splitter_id JOIN {pon_port} p ON p.pon_port_id = o.pon_port_id"
            + " WHERE o.holder IS NOT NULL AND ";

    private final Session session;

    PartRows(Session session) {
        this.session = session;
        LayoutRows.lock(session);
    }

    Optional<Rejection> remove(SplitterId splitter) {
        return find(splitter)
                .map(row -> refusal(splitter, lockedHolders(row), fed(row)).or(() -> {
                    delete(row.id());
                    return Optional.empty();
                }))
                .orElseGet(() -> unknown(splitter));
    }

    Optional<Rejection> remove(PonPortId ponPort) {
        return at(
                        ponPort,
                        session.query("SELECT pon_port_id FROM {pon_port}"
                                + " WHERE olt_id = :olt AND frame = :frame AND slot = :slot AND port = :port"))
                .mapTo(Integer.class)
                .findOne()
                .map(id -> refusal(
                                ponPort,
                                holders(session.query(HOLDERS + "o.pon_port_id = :ponPort ORDER BY s.name, o.output_no"
                                                + " LIMIT :max")
                                        .bind("ponPort", id)),
                                session.query("SELECT name FROM {splitter} WHERE pon_port_id = :ponPort"
                                                + " ORDER BY name LIMIT :max")
                                        .bind("ponPort", id)
                                        .bind("max", Rejection.PlantPartInUse.MAX_NAMED)
                                        .mapTo(String.class)
                                        .list())
                        .or(() -> {
                            session.update("DELETE FROM {pon_port} WHERE pon_port_id = :ponPort")
                                    .bind("ponPort", id)
                                    .execute();
                            return Optional.empty();
                        }))
                .orElseGet(() -> unknown(ponPort));
    }

    Optional<Rejection> remove(OltId olt) {
        return session.query("SELECT olt_id FROM {olt} WHERE olt_id = :olt")
                .bind("olt", olt.value())
                .mapTo(String.class)
                .findOne()
                .map(id -> refusal(
                                olt,
                                holders(session.query(
                                                HOLDERS + "p.olt_id = :olt ORDER BY s.name, o.output_no LIMIT :max")
                                        .bind("olt", id)),
                                session.query("SELECT olt_id, frame, slot, port FROM {pon_port} WHERE olt_id = :olt"
                                                + " ORDER BY frame, slot, port LIMIT :max")
                                        .bind("olt", id)
                                        .bind("max", Rejection.PlantPartInUse.MAX_NAMED)
                                        .map((row, context) ->
                                                OutputRows.ponPort(row, 1).toString())
                                        .list())
                        .or(() -> {
                            session.update("DELETE FROM {olt} WHERE olt_id = :olt")
                                    .bind("olt", id)
                                    .execute();
                            return Optional.empty();
                        }))
                .orElseGet(() -> unknown(olt));
    }

    Optional<Rejection> rename(SplitterId splitter, SplitterId name) {
        Optional<SplitterRow> row = find(splitter);
        if (row.isEmpty()) {
            return unknown(splitter);
        }
        if (splitter.equals(name)) {
            return Optional.of(new Rejection.NothingToChange("splitter", name.value()));
        }
        if (find(name).isPresent()) {
            return Optional.of(new Rejection.SplitterNameInUse(name));
        }
        return refusal(splitter, lockedHolders(row.get()), List.of()).or(() -> {
            rename(row.get(), name);
            return Optional.empty();
        });
    }

    /** The rows are made anew: a buyer who has read the old name must not find the output by its row. */
    private void rename(SplitterRow row, SplitterId name) {
        session.update(
                        "INSERT INTO {splitter} (name, pon_port_id, outputs, latitude, longitude, cell_y, cell_x, loss, feed,"
                                + " first_seat) SELECT :name, pon_port_id, outputs, latitude, longitude, cell_y, cell_x, loss, feed,"
                                + " first_seat FROM {splitter} WHERE splitter_id = :splitter")
                .bind("name", name.value())
                .bind("splitter", row.id())
                .execute();
        int renamed = find(name).orElseThrow().id();
        session.update("INSERT INTO {output} (splitter_id, output_no, pon_port_id, usability, rest_until)"
                        + " SELECT :renamed, output_no, pon_port_id, usability, rest_until FROM {output}"
                        + " WHERE splitter_id = :splitter")
                .bind("renamed", renamed)
                .bind("splitter", row.id())
                .execute();
        session.update("UPDATE {splitter} SET parent_id = :renamed WHERE parent_id = :splitter")
                .bind("renamed", renamed)
                .bind("splitter", row.id())
                .execute();
        delete(row.id());
        row.parentId()
                .ifPresent(parent -> session.update("UPDATE {splitter} SET parent_id = :parent, parent_output = :output"
                                + " WHERE splitter_id = :renamed")
                        .bind("parent", parent)
                        .bind("output", row.splitter().parent().orElseThrow().output())
                        .bind("renamed", renamed)
                        .execute());
    }

    private void delete(int splitter) {
        session.update("DELETE FROM {output} WHERE splitter_id = :splitter")
                .bind("splitter", splitter)
                .execute();
        session.update("DELETE FROM {splitter} WHERE splitter_id = :splitter")
                .bind("splitter", splitter)
                .execute();
    }

    private Optional<SplitterRow> find(SplitterId splitter) {
        return SplitterRow.byName(session, List.of(splitter)).stream().findFirst();
    }

    private List<ContractId> lockedHolders(SplitterRow splitter) {
        return session
                .lockingQuery("SELECT holder FROM {output} WHERE splitter_id = :splitter ORDER BY output_no FOR UPDATE")
                .bind("splitter", splitter.id())
                .map((row, context) -> row.getObject(1) == null
                        ? Optional.<ContractId>empty()
                        : Optional.of(ContractIds.read(session.dialect(), row, 1)))
                .stream()
                .flatMap(Optional::stream)
                .limit(Rejection.PlantPartInUse.MAX_NAMED)
                .distinct()
                .toList();
    }

    private List<ContractId> holders(Query query) {
        return query.bind("max", Rejection.PlantPartInUse.MAX_NAMED).mapTo(ContractId.class).stream()
                .distinct()
                .toList();
    }

    private List<String> fed(SplitterRow row) {
        return session.query(
                        "SELECT name FROM {splitter} WHERE parent_id = :splitter ORDER BY parent_output LIMIT :max")
                .bind("splitter", row.id())
                .bind("max", Rejection.PlantPartInUse.MAX_NAMED)
                .mapTo(String.class)
                .list();
    }

    private static Query at(PonPortId ponPort, Query query) {
        return query.bind("olt", ponPort.olt().value())
                .bind("frame", ponPort.frame())
                .bind("slot", ponPort.slot())
                .bind("port", ponPort.port());
    }

    private static Optional<Rejection> unknown(Object part) {
        return Optional.of(new Rejection.UnknownPlantPart(part.toString()));
    }

    private static Optional<Rejection> refusal(Object part, List<ContractId> holders, List<String> parts) {
        return holders.isEmpty() && parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection.PlantPartInUse(part.toString(), holders, parts));
    }
}
