package io.silverdata.contract.examples.console.figures;

import io.silverdata.contract.examples.console.web.Chart;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws the figures of months, in the language of a page. */
final class Figures {
    private static final String NUMBER = "";
    private static final String PERCENT = "%";
    private static final String HOURS = "h";
    private static final double MINUTES_IN_HOUR = 60;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<MonthFigures> months;
    private final PageContext page;

    Figures(List<MonthFigures> months, PageContext page) {
        this.months = months;
        this.page = page;
    }

    /**
     * All figures.
     *
     * @param outputs how many outputs for subscribers the plant has now
     */
    List<FiguresView.Figure> all(long outputs) {
        return List.of(
                figure(
                        "subscribers",
                        NUMBER,
                        counts("live", KpiReport::baseAtEnd),
                        counts("suspended", KpiReport::suspendedAtEnd)),
                figure(
                        "movement",
                        NUMBER,
                        counts("activated", KpiReport::activated),
                        counts(
                                "churned",
                                report ->
                                        report.churn().total() + report.churn().early()),
                        counts("uncounted", report -> report.churn().uncounted())),
                figure(
                        "churn",
                        PERCENT,
                        ratios("all", report -> report.churn().rate(ChurnBase.START)),
                        ratios("voluntary", report -> report.churn().voluntary(ChurnBase.START)),
                        ratios("involuntary", report -> report.churn().involuntary(ChurnBase.START))),
                figure(
                        "provisioning",
                        HOURS,
                        times("p50", report -> report.provisioning().p50()),
                        times("p80", report -> report.provisioning().p80()),
                        times("p90", report -> report.provisioning().p90())),
                figure(
                        "rightFirstTime",
                        PERCENT,
                        ratios("share", report -> report.provisioning().rightFirstTime())),
                figure(
                        "cuts",
                        NUMBER,
                        counts("cuts", report -> report.collection().cuts()),
                        counts("reconnections", report -> report.reconnections().count())),
                figure(
                        "cure",
                        PERCENT,
                        ratios("share", report -> report.collection().cure())),
                figure(
                        "occupancy",
                        PERCENT,
                        ratios("share", report -> report.ports().occupancy(outputs))));
    }

    private FiguresView.Figure figure(String key, String unit, Line... lines) {
        List<Chart.Series> series =
                List.of(lines).stream().map(line -> line.series(key)).toList();
        Chart chart = new Chart(
                page.text("figures." + key),
                page.text("app.table"),
                page.text("figures.month"),
                unit,
                months.stream()
                        .map(month -> month.month().atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC))
                        .toList(),
                months.stream().map(month -> page.month(month.month())).toList(),
                series);
        List<String> texts = series.get(0).texts();
        return new FiguresView.Figure(key, texts.get(Math.max(0, texts.size() - 2)), chart);
    }

    private Line counts(String name, Function<KpiReport, Long> count) {
        return new Line(name, report -> count.apply(report).doubleValue(), report -> page.number(count.apply(report)));
    }

    private Line ratios(String name, Function<KpiReport, Ratio> ratio) {
        return new Line(
                name,
                report -> ratio.apply(report)
                        .value()
                        .map(part -> part.multiply(HUNDRED).doubleValue())
                        .orElse(Double.NaN),
                report -> page.percent(ratio.apply(report)));
    }

    private Line times(String name, Function<KpiReport, Optional<Duration>> time) {
        return new Line(
                name,
                report -> time.apply(report)
                        .map(length -> length.toMinutes() / MINUTES_IN_HOUR)
                        .orElse(Double.NaN),
                report -> time.apply(report).map(page::duration).orElse("–"));
    }

    /** A line of a chart: its number and its text in each month. */
    private final class Line {
        private final String name;
        private final Function<KpiReport, Double> value;
        private final Function<KpiReport, String> text;

        Line(String name, Function<KpiReport, Double> value, Function<KpiReport, String> text) {
            this.name = name;
            this.value = value;
            this.text = text;
        }

        Chart.Series series(String figure) {
            return new Chart.Series(
                    page.text("figures." + figure + "." + name),
                    months.stream().map(month -> value.apply(month.report())).toList(),
                    months.stream().map(month -> text.apply(month.report())).toList());
        }
    }
}
