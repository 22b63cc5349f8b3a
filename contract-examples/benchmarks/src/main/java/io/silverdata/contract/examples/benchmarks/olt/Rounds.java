package io.silverdata.contract.examples.benchmarks.olt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Several ways to do the same, in rounds in which each has its turn, every second one in reverse order; the first round is not
 * counted. A ratio is the middle one of the ratios of each round, so that what else the machine does weighs on both.
 */
final class Rounds {
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    /** Does it, and tells how many a second. */
    @FunctionalInterface
    interface Way {
        double perSecond() throws Exception;
    }

    /** The first one is what others are compared to. */
    Rounds with(String title, Way way) {
        ways.put(title, way);
        rates.put(title, new ArrayList<>());
        return this;
    }

    Rounds run(int count) throws Exception {
        for (int round = 0; round <= count; round++) {
            List<String> turns = new ArrayList<>(ways.keySet());
            if (round % 2 == 1) {
                Collections.reverse(turns);
            }
            for (String title : turns) {
                double rate = ways.getOrDefault(title, () -> 0).perSecond();
                if (round > 0) {
                    rates.getOrDefault(title, List.of()).add(rate);
                }
            }
        }
        return this;
    }

    void print(String heading, String what) {
        System.out.println();
        System.out.println("### " + heading);
        System.out.println();
        System.out.println("| who | " + what + ", median (lowest–highest) | times the first (lowest–highest) |");
        System.out.println("|---|--:|--:|");
        List<Double> first = rates.values().iterator().next();
        rates.forEach((title, mine) -> {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < mine.size(); round++) {
                ratios.add(mine.get(round) / first.get(round));
            }
            System.out.println("| " + title + " | " + spread(mine, "%,.1f") + " | " + spread(ratios, "%.2f") + " |");
        });
    }

    private static String spread(List<Double> values, String form) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                form + " (" + form + "–" + form + ")",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
