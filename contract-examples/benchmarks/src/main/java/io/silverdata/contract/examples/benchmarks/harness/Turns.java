package io.silverdata.contract.examples.benchmarks.harness;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one way of {@link Rounds} yielded.
 *
 * @param title of the way
 * @param results of the rounds that count, in their order
 */
public record Turns<T>(String title, List<T> results) {

    public Turns {
        results = List.copyOf(results);
    }

    /** A figure of each result. */
    public Samples samples(ToDoubleFunction<T> figure) {
        return new Samples(results.stream().map(figure::applyAsDouble).toList());
    }
}
