package io.silverdata.contract.examples.console.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A chart over time, for {@code parts/chart.jte}.
 *
 * @param title what it shows
 * @param tableLabel what opens the table with its figures
 * @param xLabel what the points are, such as month
 * @param unit of the values, such as {@code %}; empty for plain numbers
 * @param x the points, in seconds since 1970, in order
 * @param xTexts the points for people
 * @param series one or more lines
 */
public record Chart(
        String title,
        String tableLabel,
        String xLabel,
        String unit,
        List<Long> x,
        List<String> xTexts,
        List<Series> series) {

    public Chart {
        x = List.copyOf(x);
        xTexts = List.copyOf(xTexts);
        series = List.copyOf(series);
    }

    /**
     * A line.
     *
     * @param label its name
     * @param values one for each point; what is no number leaves a gap
     * @param texts the values for people
     */
    public record Series(String label, List<Double> values, List<String> texts) {

        public Series {
            values = List.copyOf(values);
            texts = List.copyOf(texts);
        }
    }

    /** For the script: numbers with commas between them. */
    public String xValues() {
        return x.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** For the script: lines with semicolons between them; nothing stands for a gap. */
    public String seriesValues() {
        return series.stream()
                .map(one -> one.values().stream()
                        .map(value -> value.isNaN() ? "" : String.valueOf(value))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    /** For the script: names with semicolons between them. */
    public String labels() {
        return series.stream().map(one -> one.label().replace(';', ',')).collect(Collectors.joining(";"));
    }
}
