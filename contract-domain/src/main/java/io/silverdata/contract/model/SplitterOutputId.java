package io.silverdata.contract.model;

import com.google.common.collect.ComparisonChain;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One output of a splitter: the thing that is sold once. Written {@code NAP-0042#7}.
 *
 * @param splitter the splitter
 * @param output counted from 1, at most 128
 */
public record SplitterOutputId(SplitterId splitter, int output) implements Comparable<SplitterOutputId> {
    private static final int MOST = 128;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})#([1-9]\\d{0,2})");

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public SplitterOutputId {
        Objects.requireNonNull(splitter, "splitter");
        Rule.range("output", output, 1, MOST);
    }

    /**
     * Reads {@code splitter#output}.
     *
     * @return the output, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, SplitterOutputId> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(2)) > MOST) {
            return Either.left(new Rejection.InvalidValue(
                    "splitterPort", text, "splitter#output with an output of 1 to 128, as NAP-0042#7"));
        }
        return Either.right(new SplitterOutputId(new SplitterId(form.group(1)), Integer.parseInt(form.group(2))));
    }

    @Override
    public int compareTo(SplitterOutputId other) {
        return ComparisonChain.start()
                .compare(splitter, other.splitter)
                .compare(output, other.output)
                .result();
    }

    @Override
    public String toString() {
        return splitter + "#" + output;
    }
}
