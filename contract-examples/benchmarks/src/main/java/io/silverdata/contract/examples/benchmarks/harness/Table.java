package io.silverdata.contract.examples.benchmarks.harness;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table in Markdown, printed row by row as its figures come in. */
public final class Table {
    private static final String WORDS = "<";

    private Table() {}

    /**
     * Prints heading and columns.
     *
     * @param heading empty for none
     * @param columns of numbers; one that begins with {@code <} is of words
     */
    public static Table begin(String heading, String... columns) {
        System.out.println();
        if (!heading.isEmpty()) {
            System.out.println("### " + heading);
            System.out.println();
        }
        System.out.println(Arrays.stream(columns)
                .map(column -> column.startsWith(WORDS) ? column.substring(WORDS.length()) : column)
                .collect(Collectors.joining(" | ", "| ", " |")));
        System.out.println(Arrays.stream(columns)
                .map(column -> column.startsWith(WORDS) ? "---" : "--:")
                .collect(Collectors.joining("|", "|", "|")));
        return new Table();
    }

    /**
     * Prints a row.
     *
     * @param cells their formats, with {@code |} between them
     */
    public void row(String cells, Object... values) {
        System.out.printf(Locale.ROOT, "| " + cells + " |%n", values);
    }

    /** Prints a line of text beside the tables. */
    public static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
