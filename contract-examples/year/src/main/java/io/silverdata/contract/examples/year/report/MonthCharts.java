package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Ratio;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The pictures of a year. */
final class MonthCharts {
    private static final double HUNDRED = 100;
    private static final double SECONDS_OF_DAY = 86_400;

    private MonthCharts() {}

    static List<MonthChart> of(YearMonths year) {
        List<KpiReport> months = year.figures();
        return List.of(
                new MonthChart("kpis", "Customers and churn", months, "contracts")
                        .bars("customers at the end", KpiReport::baseAtEnd)
                        .bars("of those suspended", KpiReport::suspendedAtEnd)
                        .lineOnTheRight(
                                "churn in percent of those at the beginning (right)",
                                "percent",
                                month -> percent(month.churn().rate(ChurnBase.START))),
                new MonthChart("provisioning", "From activation to service", months, "days")
                        .line(
                                "half were served within",
                                month -> days(month.provisioning().p50()))
                        .line("80 percent", month -> days(month.provisioning().p80()))
                        .line("90 percent", month -> days(month.provisioning().p90())),
                new MonthChart("occupancy", "Splitter outputs", months, "outputs")
                        .bars(
                                "in use or resting",
                                month -> month.ports().inUse() + month.ports().resting())
                        .bars("of those resting", month -> month.ports().resting())
                        .lineOnTheRight(
                                "occupancy in percent (right)",
                                "percent",
                                month -> percent(month.ports().occupancy(year.outputs()))));
    }

    private static Optional<Double> percent(Ratio share) {
        return share.value().map(value -> value.doubleValue() * HUNDRED);
    }

    private static Optional<Double> days(Optional<Duration> time) {
        return time.map(wait -> wait.toSeconds() / SECONDS_OF_DAY);
    }
}
