package io.silverdata.contract.examples.benchmarks.radius;

import io.silverdata.contract.examples.benchmarks.radius.Sender.Cost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Several senders to one NAS, in rounds in which each has its turn, every second one in reverse order; the first round is not
 * counted. A ratio is the middle one of the ratios of each round, so that what else the machine does weighs on both.
 */
final class Comparison {
    private final String title;
    private final Map<Sender, Integer> requests = new LinkedHashMap<>();
    private final Map<Sender, List<Cost>> costs = new LinkedHashMap<>();

    Comparison(String title) {
        this.title = title;
    }

    /** The first one is what others are compared to. */
    Comparison with(Sender sender, int count) {
        requests.put(sender, count);
        costs.put(sender, new ArrayList<>());
        return this;
    }

    void run(int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            List<Sender> turns = new ArrayList<>(requests.keySet());
            if (round % 2 == 1) {
                Collections.reverse(turns);
            }
            for (Sender sender : turns) {
                Cost cost = sender.send(requests.getOrDefault(sender, 0));
                if (round > 0) {
                    costs.getOrDefault(sender, List.of()).add(cost);
                }
            }
        }
    }

    void print() {
        System.out.println();
        System.out.println("### " + title);
        System.out.println();
        System.out.println(
                "| sender | requests/s, median (min–max) | times the first (min–max) | CPU µs each | CPU, times the first |");
        System.out.println("|---|--:|--:|--:|--:|");
        List<Cost> first = costs.values().iterator().next();
        costs.forEach((sender, mine) -> System.out.println(line(sender, mine, first)));
    }

    private static String line(Sender sender, List<Cost> mine, List<Cost> first) {
        List<Double> rates = sorted(mine, Cost::perSecond);
        List<Double> ratios = ratios(mine, first, Cost::perSecond);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f (%,.0f–%,.0f) | %.2f (%.2f–%.2f) | %.1f | %.2f |",
                sender.title(),
                median(rates),
                rates.get(0),
                rates.get(rates.size() - 1),
                median(ratios),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                median(sorted(mine, Cost::cpuMicrosecondsEach)),
                median(ratios(mine, first, Cost::cpuMicrosecondsEach)));
    }

    private static List<Double> ratios(List<Cost> mine, List<Cost> first, ToDoubleFunction<Cost> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < mine.size(); round++) {
            ratios.add(figure.applyAsDouble(mine.get(round)) / figure.applyAsDouble(first.get(round)));
        }
        Collections.sort(ratios);
        return ratios;
    }

    private static List<Double> sorted(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return costs.stream().map(figure::applyAsDouble).sorted().toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
