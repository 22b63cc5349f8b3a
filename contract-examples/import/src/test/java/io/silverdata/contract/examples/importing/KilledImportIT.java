package io.silverdata.contract.examples.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import in a process of its own that is killed without warning goes on where it stopped. */
class KilledImportIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void each_row_is_adopted_once() throws IOException, InterruptedException {
        killedAfter("Tried 200 of 268 rows");
        List<Contract> before = AdoptedDatabase.in(folder).contracts();

        CommandRun run = CommandRun.of(folder);
        AdoptedDatabase after = AdoptedDatabase.in(folder);

        assertThat(before).isNotEmpty();
        assertThat(run.out())
                .contains("  adopted: " + (254 - before.size()) + "\n  adopted before: " + before.size() + "\n");
        assertThat(after.contracts()).hasSize(254).containsAll(before);
        assertThat(after.contracts().stream().map(Contract::number)).doesNotHaveDuplicates();
    }

    private void killedAfter(String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
        List<String> printed = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            Optional<String> next = Optional.ofNullable(lines.readLine());
            while (next.isPresent() && !next.get().equals(line)) {
                printed.add(next.get());
                next = Optional.ofNullable(lines.readLine());
            }
            assertThat(next).as("what was printed: %s", printed).isPresent();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
