package io.silverdata.contract.examples.network.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the rows of a CSV file (RFC 4180) whose first row names the columns, in any order. */
public final class CsvRows {

    private CsvRows() {}

    /** All rows that have as many cells as the header, separated by commas; what is wrong with the others goes to {@code problems}. */
    public static List<Row> read(TextFile file, List<String> columns, Consumer<RowProblem> problems) {
        return read(file, ',', columns, problems);
    }

    /** The same with another separator. */
    public static List<Row> read(TextFile file, char separator, List<String> columns, Consumer<RowProblem> problems) {
        List<CsvRecord> records = records(file, separator, problems);
        List<String> header = records.isEmpty()
                ? List.of()
                : records.get(0).getFields().stream().map(String::strip).toList();
        List<String> missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            problems.accept(new RowProblem(
                    file.name(), 1, "header", String.join(",", header), "the columns " + String.join(",", columns)));
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (CsvRecord cells : records.subList(1, records.size())) {
            if (cells.getFieldCount() == header.size()) {
                rows.add(new Row(file.name(), header, cells));
            } else {
                problems.accept(new RowProblem(
                        file.name(),
                        cells.getStartingLineNumber(),
                        "row",
                        String.join(",", cells.getFields()),
                        header.size() + " cells, not " + cells.getFieldCount()));
            }
        }
        return rows;
    }

    private static List<CsvRecord> records(TextFile file, char separator, Consumer<RowProblem> problems) {
        List<CsvRecord> records = new ArrayList<>();
        try {
            CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(withoutMark(file.text()))
                    .forEach(records::add);
        } catch (CsvParseException broken) {
            long line = records.isEmpty() ? 1 : records.get(records.size() - 1).getStartingLineNumber() + 1;
            problems.accept(new RowProblem(
                    file.name(), line, "row", String.valueOf(broken.getMessage()), "CSV from here on, as in RFC 4180"));
        }
        return records;
    }

    /** Spreadsheets begin UTF-8 files with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
