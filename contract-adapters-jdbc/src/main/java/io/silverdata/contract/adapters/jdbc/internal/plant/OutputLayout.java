package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.BatchUpdate;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.ConflictException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives splitters as many output rows as they have outputs. */
final class OutputLayout {
    private static final int ROWS_PER_BATCH = 5_000;

    private final Session session;

    private record Output(SplitterRow splitter, int number) {}

    OutputLayout(Session session) {
        this.session = session;
    }

    void fit(List<Splitter> splitters, Map<SplitterId, SplitterRow> before, Map<SplitterId, SplitterRow> after) {
        for (int first = 0; first < splitters.size(); first += ROWS_PER_BATCH) {
            List<Splitter> some = splitters.subList(first, Math.min(first + ROWS_PER_BATCH, splitters.size()));
            add(some.stream()
                    .flatMap(splitter -> added(before.get(splitter.id()), Rows.get(after, splitter.id())))
                    .toList());
        }
        splitters.forEach(splitter -> Optional.ofNullable(before.get(splitter.id()))
                .filter(row -> row.splitter().outputs() > splitter.outputs())
                .ifPresent(row -> remove(row, splitter.outputs())));
    }

    /** Outputs that feed a splitter are nobody's. */
    void block(List<SplitterOutputId> feeding, Map<SplitterId, SplitterRow> rows) {
        int blocked = BatchUpdate.run(
                session,
                ROWS_PER_BATCH,
                feeding,
                "UPDATE {output} SET usability = '" + PortCondition.BLOCKED
                        + "' WHERE splitter_id = :splitter AND output_no = :output AND holder IS NULL",
                (batch, port) -> batch.bind(
                                "splitter", Rows.get(rows, port.splitter()).id())
                        .bind("output", port.output()));
        require(blocked == feeding.size());
    }

    private static Stream<Output> added(@Nullable SplitterRow before, SplitterRow after) {
        int first = before == null ? 1 : before.splitter().outputs() + 1;
        return IntStream.rangeClosed(first, after.splitter().outputs()).mapToObj(number -> new Output(after, number));
    }

    private void add(List<Output> outputs) {
        BatchUpdate.run(
                session,
                ROWS_PER_BATCH,
                outputs,
                "INSERT INTO {output} (splitter_id, output_no, pon_port_id, usability) VALUES (:splitter, :output,"
                        + " :ponPort, '" + PortCondition.SERVICEABLE + "')",
                (batch, output) -> batch.bind("splitter", output.splitter().id())
                        .bind("output", output.number())
                        .bind("ponPort", output.splitter().ponPortId()));
    }

    private void remove(SplitterRow before, int outputs) {
        int removed = session.update("DELETE FROM {output} WHERE splitter_id = :splitter AND output_no > :last"
                        + " AND holder IS NULL")
                .bind("splitter", before.id())
                .bind("last", outputs)
                .execute();
        require(removed == before.splitter().outputs() - outputs);
    }

    /** It was checked that nobody has them: who has one now came in between. */
    private static void require(boolean asChecked) {
        if (!asChecked) {
            throw new ConflictException(
                    ConflictException.Kind.SERIALIZATION, "an output was sold while the layout was installed");
        }
    }
}
