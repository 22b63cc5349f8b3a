package io.silverdata.contract.examples.benchmarks.harness;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A figure of each round.
 *
 * @param values in the order of the rounds, at least one
 */
public record Samples(List<Double> values) {

    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must not be empty");
        }
        values = List.copyOf(values);
    }

    /** The middle one, of an even number the higher of both. */
    public double median() {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    public double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** The ratios to other figures, round by round. */
    public Samples over(Samples others) {
        if (others.values.size() != values.size()) {
            throw new IllegalArgumentException(
                    values.size() + " rounds cannot be compared with " + others.values.size());
        }
        return new Samples(IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / others.values.get(round))
                .toList());
    }

    /** {@code median (min–max)}, each in a form such as {@code %.2f}. */
    public String spread(String form) {
        return String.format(Locale.ROOT, form + " (" + form + "–" + form + ")", median(), min(), max());
    }
}
