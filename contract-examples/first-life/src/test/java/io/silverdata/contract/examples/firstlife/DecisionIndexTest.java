package io.silverdata.contract.examples.firstlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index has a row for each decision, with the number, title, date and status that its page has. */
class DecisionIndexTest {
    private static final Path FOLDER = Path.of("../../docs/adr");
    private static final Pattern HEADING = Pattern.compile("# (\\d+)\\. (.+)");
    private static final Pattern STATUS = Pattern.compile("Date: (\\d{4}-\\d{2}-\\d{2})\\. Status: (\\S.*)\\.");

    @Test
    void the_index_has_every_decision_with_its_number_title_date_and_status() throws IOException {
        List<String> decisions = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(file -> !file.endsWith("README.md")).sorted().toList()) {
                decisions.add(row(file));
            }
        }

        List<String> index = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();

        assertThat(decisions).isNotEmpty();
        assertThat(index).containsExactlyElementsOf(decisions);
    }

    private static String row(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Matcher heading = HEADING.matcher(lines.get(0));
        assertThat(heading.matches()).as("first line of %s", file).isTrue();
        Matcher status = STATUS.matcher(lines.get(2));
        assertThat(status.matches())
                .as("third line of %s must be: Date: 2026-11-30. Status: accepted.", file)
                .isTrue();
        return "| %s | [%s](%s) | %s | %s |"
                .formatted(heading.group(1), heading.group(2), file.getFileName(), status.group(1), status.group(2));
    }
}
