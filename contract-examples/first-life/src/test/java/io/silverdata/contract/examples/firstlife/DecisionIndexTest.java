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

/** The index of the decisions names each file once, with its number and title, a date and a status. */
class DecisionIndexTest {
    private static final Path FOLDER = Path.of("../../docs/adr");
    private static final Pattern HEADING = Pattern.compile("# (\\d+)\\. (.+)");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| \\[(.+?)]\\((\\S+)\\) \\| \\d{4}-\\d{2}-\\d{2} \\| \\S.* \\|");

    @Test
    void the_index_has_every_decision_with_its_number_and_title() throws IOException {
        List<String> decisions = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(file -> !file.endsWith("README.md")).sorted().toList()) {
                Matcher heading = HEADING.matcher(Files.readAllLines(file).get(0));
                assertThat(heading.matches()).as("heading of %s", file).isTrue();
                decisions.add(heading.group(1) + " " + heading.group(2) + " " + file.getFileName());
            }
        }

        List<String> index = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();

        assertThat(decisions).isNotEmpty();
        assertThat(index).containsExactlyElementsOf(decisions);
    }
}
