package io.silverdata.contract.examples.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Several ways to do the same, in rounds in which each has its turn, every second round in reverse order; the first round does not
 * count. A ratio is the median of the ratios of each round, so that what else the machine does weighs on both.
 *
 * @param <T> what a turn yields, such as how many a second
 */
public final class Rounds<T> {
    private final List<Entry<T>> entries = new ArrayList<>();

    /** One way to do it. */
    @FunctionalInterface
    public interface Way<T> {
        /**
         * Takes a turn.
         *
         * @param round from 0, the round that does not count
         */
        T take(int round) throws Exception;
    }

    private record Entry<T>(String title, Way<T> way, List<T> results) {}

    /** Adds a way. The first one is what others are compared with. */
    public Rounds<T> with(String title, Way<T> way) {
        entries.add(new Entry<>(title, way, new ArrayList<>()));
        return this;
    }

    /**
     * Goes through the rounds.
     *
     * @param count of rounds that count; with 0 the first one does, for a quick look
     * @return the ways in the order in which they were added
     */
    public List<Turns<T>> run(int count) throws Exception {
        for (int round = 0; round <= count; round++) {
            List<Entry<T>> turns = new ArrayList<>(entries);
            if (round % 2 == 1) {
                Collections.reverse(turns);
            }
            for (Entry<T> entry : turns) {
                T result = entry.way().take(round);
                if (round > 0 || count == 0) {
                    entry.results().add(result);
                }
            }
        }
        return entries.stream()
                .map(entry -> new Turns<>(entry.title(), entry.results()))
                .toList();
    }
}
