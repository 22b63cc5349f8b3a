package io.silverdata.contract.examples.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year in a process of its own, killed without warning, goes on where it was. */
class KilledYearIT {
    private static final int ORDERS = 700;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ends_as_if_nothing_had_happened() throws IOException, InterruptedException {
        String orders = firstOrders();
        killedAfter("2025-01", orders);
        killedAfter("2025-02", orders);

        TinyTown.Run last = TinyTown.run(arguments(orders, "killed"));
        TinyTown.Run undisturbed = TinyTown.run(arguments(orders, "undisturbed"));

        assertThat(last.exitCode()).as(last.err()).isZero();
        assertThat(last.out()).contains("Goes on after order ").contains("contracts differ on the network");
        assertThat(summary(last)).isEqualTo(summary(undisturbed)).contains("Network equals contracts");
    }

    /** Kills the process as soon as it reports a month. */
    private void killedAfter(String month, String orders) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.add("--network=memory");
        command.addAll(List.of(arguments(orders, "killed")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> printed = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            Optional<String> line = Optional.ofNullable(lines.readLine());
            while (line.isPresent() && !line.get().startsWith(month)) {
                printed.add(line.get());
                line = Optional.ofNullable(lines.readLine());
            }
            assertThat(line).as("what was printed: %s", printed).isPresent();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String[] arguments(String orders, String data) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), orders);
        return new String[] {
            "--orders", file.toString(), "--data", folder.resolve(data).toString(), "--fail-rate", "0"
        };
    }

    /** The first months of the year. */
    private static String firstOrders() {
        List<String> lines = TextFile.shipped(Generate.ORDERS).text().lines().toList();
        return String.join("\n", lines.subList(0, ORDERS + 1)) + "\n";
    }

    /** What became of orders, contracts and network; how often it was delivered differs. */
    private static String summary(TinyTown.Run run) {
        String out = run.out();
        String orders = out.substring(out.indexOf("\nOrders"), out.indexOf("\nProvisioning"));
        String network = out.substring(out.indexOf("\nSplitter outputs"), out.indexOf("\nHistory of"));
        return orders + network;
    }
}
