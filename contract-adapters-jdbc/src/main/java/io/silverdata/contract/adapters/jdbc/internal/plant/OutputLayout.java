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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives splitters as many output rows as they have outputs. */
final class OutputLayout {
    private static final int ROWS_PER_BATCH = 5_000;
    private static final int MOST_OUTPUTS = 128;
    private static final String NUMBERS = IntStream.rangeClosed(1, MOST_OUTPUTS)
            .mapToObj(number -> "SELECT " + number + " AS output_no")
            .collect(Collectors.joining(" UNION ALL "));

    private final Session session;

    OutputLayout(Session session) {
        this.session = session;
    }

    void fit(List<Splitter> splitters, Map<SplitterId, SplitterRow> before, Map<SplitterId, SplitterRow> after) {
        splitters.stream()
                .map(splitter -> Rows.get(after, splitter.id()))
                .collect(Collectors.groupingBy(
                        row -> outputs(before.get(row.splitter().id())),
                        Collectors.mapping(SplitterRow::id, Collectors.toList())))
                .forEach(this::addAbove);
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

    private static int outputs(@Nullable SplitterRow splitter) {
        return splitter == null ? 0 : splitter.splitter().outputs();
    }

    /** Made by the database from the rows of the splitters: there are a hundred times as many outputs. */
    private void addAbove(int outputs, List<Integer> splitters) {
        for (int first = 0; first < splitters.size(); first += Rows.KEYS_PER_QUERY) {
            session.update(
                            "INSERT INTO {output} (splitter_id, output_no, pon_port_id, usability)"
                                    + " SELECT s.splitter_id, n.output_no, s.pon_port_id, '" + PortCondition.SERVICEABLE
                                    + "'"
                                    + " FROM {splitter} s JOIN (" + NUMBERS + ") n"
                                    + " ON n.output_no > :above AND n.output_no <= s.outputs WHERE s.splitter_id IN (<splitters>)")
                    .bind("above", outputs)
                    .bindList(
                            "splitters",
                            splitters.subList(first, Math.min(first + Rows.KEYS_PER_QUERY, splitters.size())))
                    .execute();
        }
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
