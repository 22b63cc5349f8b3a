package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.BatchUpdate;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.MoveLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row for each plant move, and one for each splitter that it moves. */
public final class MoveRows implements MoveLog {
    private static final int PARTS_PER_BATCH = 1_000;

    private final Sessions sessions;

    public MoveRows(Sessions sessions) {
        this.sessions = sessions;
    }

    private record Row(String name, long version, String stage, boolean paused, long notBefore) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getString(1), row.getLong(2), row.getString(3), row.getInt(4) != 0, row.getLong(5));
        }
    }

    @Override
    public Optional<PlantMoveState> find(String name) {
        return sessions.with(session ->
                rows(session, "name = :name", name).stream().findFirst().map(row -> state(session, row)));
    }

    @Override
    public List<PlantMoveState> open() {
        return sessions.with(session -> rows(session, "stage IN ('FORWARD', 'BACK') AND name <> :name", "").stream()
                .map(row -> state(session, row))
                .toList());
    }

    @Override
    public void save(PlantMoveState state) {
        sessions.with(session -> {
            int written = state.version() == 1 ? insert(session, state) : update(session, state);
            if (written == 0) {
                throw new ConflictException(
                        ConflictException.Kind.SERIALIZATION,
                        "plant move " + state.plan().name() + " is not at version " + (state.version() - 1));
            }
            return Boolean.TRUE;
        });
    }

    private static int insert(Session session, PlantMoveState state) {
        PlantMove plan = state.plan();
        if (!rows(session, "name = :name", plan.name()).isEmpty()) {
            return 0;
        }
        int written = session.update("INSERT INTO {plant_move} (name, version, stage, paused, not_before)"
                        + " VALUES (:name, :version, :stage, :paused, :notBefore)")
                .bind("name", plan.name())
                .bind("version", state.version())
                .bind("stage", state.stage().name())
                .bind("paused", state.paused() ? 1 : 0)
                .bind("notBefore", Micros.of(plan.notBefore()))
                .execute();
        BatchUpdate.run(
                session,
                PARTS_PER_BATCH,
                IntStream.range(0, plan.splitters().size()).boxed().toList(),
                "INSERT INTO {plant_move_part} (name, part_no, splitter, from_pon_port, from_output, to_pon_port, to_output)"
                        + " VALUES (:name, :part, :splitter, :from, :fromOutput, :to, :toOutput)",
                (batch, part) -> {
                    SplitterMove move = plan.splitters().get(part);
                    batch.bind("name", plan.name())
                            .bind("part", part)
                            .bind("splitter", move.splitter().value())
                            .bind("from", move.from().ponPort().toString())
                            .bind("fromOutput", text(move.from().feeding()))
                            .bind("to", move.to().ponPort().toString())
                            .bind("toOutput", text(move.to().feeding()));
                });
        return written;
    }

    private static int update(Session session, PlantMoveState state) {
        return session.update("UPDATE {plant_move} SET version = :version, stage = :stage, paused = :paused"
                        + " WHERE name = :name AND version = :before")
                .bind("version", state.version())
                .bind("stage", state.stage().name())
                .bind("paused", state.paused() ? 1 : 0)
                .bind("name", state.plan().name())
                .bind("before", state.version() - 1)
                .execute();
    }

    private static List<Row> rows(Session session, String condition, String name) {
        return session.query("SELECT name, version, stage, paused, not_before FROM {plant_move} WHERE " + condition
                        + " ORDER BY name")
                .bind("name", name)
                .map((row, context) -> Row.of(row))
                .list();
    }

    private static PlantMoveState state(Session session, Row row) {
        List<SplitterMove> parts = session.query("SELECT splitter, from_pon_port, from_output, to_pon_port, to_output"
                        + " FROM {plant_move_part} WHERE name = :name ORDER BY part_no")
                .bind("name", row.name())
                .map((part, context) ->
                        new SplitterMove(new SplitterId(part.getString(1)), place(part, 2), place(part, 4)))
                .list();
        return new PlantMoveState(
                new PlantMove(row.name(), parts, Micros.instant(row.notBefore())),
                PlantMoveState.Stage.valueOf(row.stage()),
                row.paused(),
                row.version());
    }

    private static SplicePoint place(ResultSet row, int column) throws SQLException {
        return new SplicePoint(
                PonPortId.parse(row.getString(column)).get(),
                Optional.ofNullable(row.getString(column + 1))
                        .map(output -> SplitterOutputId.parse(output).get()));
    }

    private static @Nullable String text(Optional<SplitterOutputId> output) {
        return output.map(SplitterOutputId::toString).orElse(null);
    }
}
