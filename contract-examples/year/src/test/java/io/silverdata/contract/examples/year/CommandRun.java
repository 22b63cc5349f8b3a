package io.silverdata.contract.examples.year;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the command printed, and its exit code. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs the command on a plant and orders, which are written to the folder of the test. */
    static CommandRun ofTown(Path folder, String plant, String orders, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--plant=" + Files.writeString(folder.resolve("plant.csv"), plant),
                "--orders=" + Files.writeString(folder.resolve("orders.csv"), orders)));
        all.addAll(List.of(options));
        return of(folder, all.toArray(String[]::new));
    }

    /** Runs the command, by default on a network in memory, and with its data in the folder {@code data} of a test's folder. */
    static CommandRun of(Path folder, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        if (all.stream().noneMatch(option -> option.startsWith("--network"))) {
            all.add("--network=memory");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(folder.resolve("data"), stream(out), stream(err), all.toArray(String[]::new));
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
