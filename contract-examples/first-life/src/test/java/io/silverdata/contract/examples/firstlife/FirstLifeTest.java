package io.silverdata.contract.examples.firstlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstLifeTest {
    private static final Path SOURCE =
            Path.of("src/main/java/io/silverdata/contract/examples/firstlife/FirstLife.java");
    private static final Path README = Path.of("../../README.md");

    @Test
    void a_first_life_goes_from_draft_to_a_released_port() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        FirstLife.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "ContractDrafted",
                        "ContractActivated",
                        "ServiceConfirmed",
                        "ContractSuspended",
                        "ContractReconnected",
                        "ContractCancelled",
                        "PortsReleased");
    }

    @Test
    void the_readme_shows_the_start_as_it_compiles() throws IOException {
        List<String> start = between(Files.readAllLines(SOURCE), "        // tag::start", "        // end::start");

        List<String> shown = between(Files.readAllLines(README), "```java", "```");

        assertThat(shown)
                .containsExactlyElementsOf(
                        String.join("\n", start).stripIndent().lines().toList());
        assertThat(shown).hasSizeBetween(10, 25);
    }

    private static List<String> between(List<String> lines, String first, String last) {
        List<String> after = lines.subList(lines.indexOf(first) + 1, lines.size());
        assertThat(lines).contains(first);
        assertThat(after).contains(last);
        return after.subList(0, after.indexOf(last));
    }
}
