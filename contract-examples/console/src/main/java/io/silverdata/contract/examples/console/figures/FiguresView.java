package io.silverdata.contract.examples.console.figures;

import io.silverdata.contract.examples.console.web.Chart;
import java.util.List;

/**
 * Figures over months.
 *
 * @param months how many
 * @param figures each with its chart and its definition
 * @param billing the months of which the billing feed can be had, the latest first
 */
public record FiguresView(int months, List<Figure> figures, List<Month> billing) {

    /**
     * A figure.
     *
     * @param key of its name and its definition in the messages
     * @param now its value in the last whole month, for people
     * @param chart over the months
     */
    public record Figure(String key, String now, Chart chart) {}

    /** A month of the billing feed. */
    public record Month(String value, String label) {}
}
