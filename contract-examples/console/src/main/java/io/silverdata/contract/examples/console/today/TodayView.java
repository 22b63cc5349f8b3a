package io.silverdata.contract.examples.console.today;

import io.silverdata.contract.examples.console.web.Chart;
import java.util.List;

/**
 * The first screen.
 *
 * @param statuses contracts by status
 * @param today what has been done today
 * @param queue what is to be delivered
 * @param isLate whether a delivery is due for longer than it should
 * @param devices how the network adapters get on with each device; empty if they know of none
 * @param figures of the month, with those of the months before
 * @param month which
 * @param failures what failed last
 */
public record TodayView(
        List<Count> statuses,
        List<Count> today,
        List<Count> queue,
        boolean isLate,
        List<Device> devices,
        List<Figure> figures,
        String month,
        List<Failure> failures) {

    public TodayView {
        statuses = List.copyOf(statuses);
        today = List.copyOf(today);
        queue = List.copyOf(queue);
        devices = List.copyOf(devices);
        figures = List.copyOf(figures);
        failures = List.copyOf(failures);
    }

    /**
     * A number with its name.
     *
     * @param label for people
     * @param number of them
     * @param link to what is counted; empty if there is no such list
     */
    public record Count(String label, String number, String link) {}

    /**
     * A device.
     *
     * @param name of it
     * @param state for people
     * @param kind of the badge
     * @param detail the same in more words
     */
    public record Device(String name, String state, String kind, String detail) {}

    /**
     * A figure of the month.
     *
     * @param label for people
     * @param value of this month so far
     * @param months those before, and this one
     */
    public record Figure(String label, String value, Chart months) {}

    /**
     * Something that failed.
     *
     * @param time for programs
     * @param when for people
     * @param contract its number
     * @param link to it
     * @param what failed
     * @param why in the device's words
     */
    public record Failure(String time, String when, String contract, String link, String what, String why) {}
}
