package io.silverdata.contract.examples.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A year in a process of its own that is killed without warning resumes where it stopped. */
class KilledYearIT {
    private static final Pattern VERSION = Pattern.compile("the contract is at version \\d+");
    private static final Pattern COUNTED = Pattern.compile(
            "^ +(SNMP at the simulated|RADIUS at the simulated|sessions told of).*\\n", Pattern.MULTILINE);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void ends_as_if_nothing_had_happened(Network network) throws IOException, InterruptedException {
        assumeTrue(network == Network.MEMORY || System.getProperty("storm.commands") != null, "long: profile storm");
        String orders = ShippedOrders.first(network.orders);
        for (String month : network.months) {
            killedAfter(month, network, orders);
        }

        CommandRun last = CommandRun.of(folder, arguments(network, orders, "killed"));
        CommandRun undisturbed = CommandRun.of(folder, arguments(network, orders, "undisturbed"));

        assertThat(last.exitCode()).as(last.err()).isZero();
        assertThat(last.out()).contains("Goes on after order ").contains("contracts differ on the network");
        assertThat(summary(last)).isEqualTo(summary(undisturbed)).contains("Network equals contracts");
    }

    /** How much of the year is enough on a network, and after which months the process is killed. */
    enum Network {
        MEMORY("memory", 400, List.of("2025-01")),
        /** RADIUS' tables outlive the process, its simulated devices do not: what they lost is delivered again. */
        UDP("udp", 330, List.of("2025-01"));

        private final String option;
        private final int orders;
        private final List<String> months;

        Network(String option, int orders, List<String> months) {
            this.option = option;
            this.orders = orders;
            this.months = months;
        }
    }

    /** Kills the process as soon as it reports a month. */
    private void killedAfter(String month, Network network, String orders) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments(network, orders, "killed")));
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

    private String[] arguments(Network network, String orders, String data) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), orders);
        return new String[] {
            "--network=" + network.option,
            "--orders",
            file.toString(),
            "--data",
            folder.resolve(data).toString(),
            "--fail-rate",
            "0"
        };
    }

    /**
     * What became of orders, contracts and network. How often it was delivered, what crossed the wire for it, and so how many events a
     * contract has, differs.
     */
    private static String summary(CommandRun run) {
        String out = run.out();
        String orders = out.substring(out.indexOf("\nOrders"), out.indexOf("\nProvisioning"));
        String network = out.substring(out.indexOf("\nSplitter outputs"), out.indexOf("\nHistory of"));
        return VERSION.matcher(orders).replaceAll("") + COUNTED.matcher(network).replaceAll("");
    }
}
