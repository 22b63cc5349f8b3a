package io.silverdata.contract.examples.importing.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes tables. */
final class CsvFile {

    private CsvFile() {}

    /** In UTF-8, separated by commas. */
    static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        write(file, StandardCharsets.UTF_8, ',', header, rows);
    }

    static void write(Path file, Charset charset, char separator, List<String> header, List<List<String>> rows)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(file, charset)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        }
    }
}
