package io.silverdata.contract.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text without what people leave out when they search: case, accents and repeated spaces. {@code CALLE  Bolívar} and {@code Calle
 * bolivar} are one. It is folded here, so that all storages agree. Folding twice changes nothing.
 */
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private FoldedText() {}

    /** The folded text; the parts of a text are parts of the folded text, but for spaces at their ends. */
    public static String of(String text) {
        String plain = withoutMarks(withoutMarks(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}
