package io.silverdata.contract.model;

import java.util.Objects;

/**
 * Text that every storage keeps as it is: UTF-16 without halves of surrogate pairs, which databases turn into other characters,
 * and without NUL, which PostgreSQL refuses.
 */
public final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Whether each half of a surrogate pair has the other beside it. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The words of others, such as the message of an exception, as they can be kept: what cannot be kept is replaced by U+FFFD, and
     * what is longer than {@code max} UTF-16 units is cut between two characters.
     */
    public static String kept(String text, int max) {
        Objects.requireNonNull(text, "text");
        boolean cutsPair = text.length() > max && max > 0 && Character.isHighSurrogate(text.charAt(max - 1));
        String kept = text.substring(0, Math.min(text.length(), cutsPair ? max - 1 : max));
        return kept.indexOf('\0') < 0 && isWellFormed(kept) ? kept : replaced(kept);
    }

    private static String replaced(String text) {
        return text.codePoints()
                .map(character ->
                        character == 0 || Character.getType(character) == Character.SURROGATE ? REPLACEMENT : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
