package io.silverdata.contract.examples.firstlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartTest {
    private static final Path PAGE = Path.of("../../docs/quick-start.md");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_quick_start_prints_what_its_page_shows() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        QuickStart.run(
                "jdbc:h2:file:" + folder.toAbsolutePath() + "/contracts;WRITE_DELAY=0",
                folder.toAbsolutePath(),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));

        List<String> page = Files.readAllLines(PAGE);
        List<String> output = page.subList(page.indexOf("```text") + 1, page.size());
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(output.subList(0, output.indexOf("```")));
    }
}
