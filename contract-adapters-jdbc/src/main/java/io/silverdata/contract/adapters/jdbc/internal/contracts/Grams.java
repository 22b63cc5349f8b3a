package io.silverdata.contract.adapters.jdbc.internal.contracts;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A number for each three characters of a text that follow each other. A text has those of each of its parts; so may others. */
public final class Grams {
    private static final int LENGTH = 3;
    private static final int FACTOR = 31;

    private Grams() {}

    /** As PostgreSQL writes an array of numbers. */
    public static String of(String text) {
        return Arrays.toString(IntStream.rangeClosed(0, text.length() - LENGTH)
                        .map(at -> (text.charAt(at) * FACTOR + text.charAt(at + 1)) * FACTOR + text.charAt(at + 2))
                        .distinct()
                        .sorted()
                        .toArray())
                .replace('[', '{')
                .replace(']', '}')
                .replace(" ", "");
    }
}
