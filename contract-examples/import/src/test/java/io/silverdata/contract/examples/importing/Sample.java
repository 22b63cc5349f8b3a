package io.silverdata.contract.examples.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The files that come with the program, to be changed by a test. */
final class Sample {
    private final Path folder;
    private final List<String> names = List.of("mapping.csv", "plans.csv", "plant.csv");

    private Sample(Path folder) {
        this.folder = folder;
    }

    static Sample in(Path folder) {
        return new Sample(folder);
    }

    static String text(String name) {
        try (InputStream bytes = Objects.requireNonNull(Main.class.getResourceAsStream("sample/" + name), name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Lines of the export, the header being the first; the file has CRLF. */
    static List<String> lines() {
        return List.of(text("contracts.csv").split("\r\n", -1));
    }

    /** Runs the command on another export with the other files of the sample. */
    CommandRun run(String export, String... options) throws IOException {
        List<String> all = new ArrayList<>();
        all.add("--contracts=" + Files.writeString(folder.resolve("export.csv"), export));
        for (String name : names) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                Files.writeString(file, text(name));
            }
            all.add("--" + name.replace(".csv", "") + "=" + file);
        }
        all.addAll(List.of(options));
        return CommandRun.of(folder, all.toArray(String[]::new));
    }
}
