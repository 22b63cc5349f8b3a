package io.silverdata.contract.examples.year.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.silverdata.contract.examples.network.reading.PlantCsv;
import io.silverdata.contract.examples.year.reading.OrdersCsv;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Makes the files that come with the examples: {@code Generate FOLDER} writes {@code plant.csv} and {@code orders.csv}. */
public final class Generate {
    private static final long SEED = 2025;
    private static final int ORDER_COUNT = 3_000;

    private Generate() {}

    /** Writes the two files into a folder that exists. */
    public static void main(String... args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one argument, the folder, got " + args.length);
        }
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(Path.of(args[0], file.getKey()), file.getValue());
        }
    }

    /** The text of each file by its name; always the same. */
    static Map<String, String> files() {
        Random random = new Random(SEED);
        City city = new City(random);
        return Map.of(
                PlantCsv.FILE,
                        csv(
                                Stream.concat(PlantCsv.COLUMNS.stream(), Stream.of(PlantCsv.DRIVER))
                                        .toList(),
                                city.rows()),
                OrdersCsv.FILE, csv(OrdersCsv.COLUMNS, new OrderGenerator(random, city).rows(ORDER_COUNT)));
    }

    private static String csv(List<String> columns, List<Map<String, String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(columns);
            for (Map<String, String> row : rows) {
                writer.writeRecord(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
