package io.silverdata.contract.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tables of {@code docs/lifecycle.md} that are compared with the code. */
final class Docs {
    private static final Path LIFECYCLE = Path.of("..", "docs", "lifecycle.md");

    private Docs() {}

    /** The page. Tests run in the folder of their module. */
    static String lifecycle() {
        try {
            return Files.readString(LIFECYCLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of the table between two HTML comments, row by row, without the line under the heading. */
    static List<List<String>> table(String page, String name) {
        String begin = "<!-- " + name + ":begin -->";
        String end = "<!-- " + name + ":end -->";
        if (!page.contains(begin) || page.indexOf(end) < page.indexOf(begin)) {
            throw new IllegalArgumentException("no " + begin + " .. " + end + " in the page");
        }
        return page.substring(page.indexOf(begin) + begin.length(), page.indexOf(end))
                .lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(Docs::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
