package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Ratio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of each month, a line for each. */
final class KpiTable {
    private static final double HOURS_IN_DAY = 24;
    private static final double MINUTES_IN_HOUR = 60;
    private static final List<String> NAMES = List.of(
            "", "base", "new", "lost", "churn", "volunt.", "net", "MTTP", "p80", "p90", "open", "cuts", "rec.", "cured",
            "outputs");
    private static final List<String> UNITS =
            List.of("", "", "", "", "", "", "", "days", "days", "days", "", "", "", "", "in use");

    private KpiTable() {}

    static List<String> of(YearMonths months) {
        return Stream.of(
                        Stream.of(line(NAMES), line(UNITS)),
                        months.figures().stream().map(month -> line(cells(month, months.outputs()))))
                .flatMap(lines -> lines)
                .toList();
    }

    /** What the columns are called. */
    static List<String> columns() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(column -> (NAMES.get(column) + " " + UNITS.get(column)).strip())
                .toList();
    }

    /** The figures of a month. */
    static List<String> cells(KpiReport month, long outputs) {
        KpiReport.Churn churn = month.churn();
        List<Object> cells = new ArrayList<>(List.of(
                YearMonths.name(month),
                month.base(),
                month.activated(),
                churn.total() + churn.early(),
                text(churn.rate(ChurnBase.START)),
                text(churn.voluntary(ChurnBase.START)),
                text(churn.net(ChurnBase.START))));
        cells.addAll(List.of(
                days(month.provisioning().mean()),
                days(month.provisioning().p80()),
                days(month.provisioning().p90()),
                month.provisioning().open(),
                month.collection().cuts(),
                month.reconnections().count(),
                text(month.collection().cure()),
                text(month.ports().occupancy(outputs))));
        return cells.stream().map(String::valueOf).toList();
    }

    private static String line(List<String> cells) {
        return String.format(
                        Locale.ROOT, "  %-8s %6s %5s %5s %8s %8s %8s %6s %6s %6s %5s %5s %5s %8s %8s", cells.toArray())
                .stripTrailing();
    }

    private static String text(Ratio share) {
        return share.value().isPresent() ? share.toString() : "-";
    }

    private static String days(Optional<Duration> time) {
        return time.map(wait -> String.format(Locale.ROOT, "%.1f", wait.toMinutes() / MINUTES_IN_HOUR / HOURS_IN_DAY))
                .orElse("-");
    }
}
