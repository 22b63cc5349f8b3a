package io.silverdata.contract.examples.importing.reading;

import io.silverdata.contract.examples.network.reading.CsvRows;
import io.silverdata.contract.examples.network.reading.Row;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import io.silverdata.contract.model.IdempotencyKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was read of an export.
 *
 * @param header its columns, those that are not read included
 * @param rows all rows that have as many cells as the header, in their order
 */
public record Export(List<String> header, List<RowReading> rows) {

    public Export {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Reads an export; what is no row at all goes to {@code problems}. */
    public static Export read(TextFile file, Mapping mapping, Consumer<RowProblem> problems) {
        List<Row> rows = CsvRows.read(file, mapping.separator(), mapping.columns(), problems);
        Map<IdempotencyKey, Long> lines = new HashMap<>();
        List<RowReading> readings = new ArrayList<>();
        for (Row row : rows) {
            readings.add(once(RowReader.read(new Cells(file.name(), row, mapping)), lines));
        }
        return new Export(rows.isEmpty() ? List.of() : rows.get(0).columns(), readings);
    }

    /** A key that stands twice is of one contract, and nobody knows which row is right. The first is taken. */
    private static RowReading once(RowReading row, Map<IdempotencyKey, Long> lines) {
        Optional<Long> first = row.adoption()
                .flatMap(contract -> Optional.ofNullable(
                        lines.putIfAbsent(contract.key(), row.cells().line())));
        return first.map(line -> new RowReading(
                        row.cells(),
                        false,
                        List.of(row.cells().finding(Kind.KEY_TWICE, Field.KEY, "line " + line + " has the same key")),
                        row.price(),
                        row.ponPort(),
                        Optional.empty()))
                .orElse(row);
    }
}
