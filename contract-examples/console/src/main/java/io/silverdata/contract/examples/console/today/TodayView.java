package io.silverdata.contract.examples.console.today;

import java.util.List;

/**
 * The first screen.
 *
 * @param statuses contracts by status
 */
public record TodayView(List<Count> statuses) {

    public TodayView {
        statuses = List.copyOf(statuses);
    }

    /**
     * A number with its name.
     *
     * @param label for people
     * @param number of them
     * @param link to what is counted
     */
    public record Count(String label, String number, String link) {}
}
