package io.silverdata.contract.examples.console.today;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.reports.MonthlyFigures;
import io.silverdata.contract.examples.console.web.Chart;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Ratio;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.Health;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the first screen shows, from a handful of queries that do not grow with the number of contracts, but for one count, which reads an
 * index.
 */
@Component
class TodayPage {
    private static final int MONTHS = 13;
    private static final int FAILURES = 8;
    private static final double PERCENT = 100;
    private static final double MINUTES_PER_HOUR = 60;
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Contracts contracts;
    private final Storage storage;
    private final MonthlyFigures months;
    private final Clock clock = Clock.systemUTC();

    TodayPage(Contracts contracts, Storage storage, MonthlyFigures months) {
        this.contracts = contracts;
        this.storage = storage;
        this.months = months;
    }

    TodayView view(PageContext page) {
        ZonedDateTime now = clock.instant().atZone(page.zone());
        Health health = contracts.worker().health();
        YearMonth month = YearMonth.from(now);
        return new TodayView(
                statuses(page),
                today(page, now),
                queue(page, health),
                health.lag().compareTo(LATE) > 0,
                health.devices().stream().map(device -> device(page, device)).toList(),
                figures(page, months.until(month, MONTHS)),
                page.month(month),
                failures(page));
    }

    private List<TodayView.Count> statuses(PageContext page) {
        Map<Status, Long> counts = storage.contracts().countByStatus();
        return Arrays.stream(Status.values())
                .map(status -> new TodayView.Count(
                        page.term("status", status),
                        page.number(counts.getOrDefault(status, 0L)),
                        "/contracts?status=" + status))
                .toList();
    }

    private List<TodayView.Count> today(PageContext page, ZonedDateTime now) {
        ZoneId zone = page.zone();
        Instant from = now.toLocalDate().atStartOfDay(zone).toInstant();
        Instant to = now.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return List.of(
                count(
                        page,
                        "today.drafted",
                        ContractQuery.builder().drafted(from, to).build()),
                count(
                        page,
                        "today.activated",
                        ContractQuery.builder().activated(from, to).build()),
                count(
                        page,
                        "today.cancelled",
                        ContractQuery.builder().cancelled(from, to).build()),
                count(page, "today.due", ContractQuery.builder().due(from, to).build()));
    }

    private TodayView.Count count(PageContext page, String label, ContractQuery query) {
        return new TodayView.Count(page.text(label), page.number(contracts.count(query)), "");
    }

    private List<TodayView.Count> queue(PageContext page, Health health) {
        return List.of(
                new TodayView.Count(
                        page.text("today.queue.due"), page.number(health.queue().due()), ""),
                new TodayView.Count(page.text("today.queue.lag"), page.duration(health.lag()), ""),
                new TodayView.Count(
                        page.text("today.queue.waiting"),
                        page.number(health.queue().waiting()),
                        ""),
                new TodayView.Count(
                        page.text("today.queue.parked"),
                        page.number(health.queue().parked()),
                        "/contracts?network=FAILED"));
    }

    private static TodayView.Device device(PageContext page, DeviceState device) {
        String kind = switch (device.condition()) {
            case ANSWERING -> "good";
            case RESTING -> "bad";
            case UNKNOWN -> "plain";
        };
        return new TodayView.Device(device.device(), page.term("device", device.condition()), kind, device.detail());
    }

    private static List<TodayView.Figure> figures(PageContext page, List<KpiReport> months) {
        return List.of(
                figure(
                        page,
                        "today.kpi.activated",
                        months,
                        report -> (double) report.activated(),
                        report -> page.number(report.activated())),
                figure(
                        page,
                        "today.kpi.churn",
                        months,
                        report -> percent(churn(report)),
                        report -> page.percent(churn(report))),
                figure(
                        page,
                        "today.kpi.provision",
                        months,
                        TodayPage::hours,
                        report ->
                                report.provisioning().p50().map(page::duration).orElse("–")),
                figure(
                        page,
                        "today.kpi.reconnections",
                        months,
                        report -> (double) report.reconnections().count(),
                        report -> page.number(report.reconnections().count())));
    }

    private static TodayView.Figure figure(
            PageContext page,
            String label,
            List<KpiReport> months,
            Function<KpiReport, Double> value,
            Function<KpiReport, String> text) {
        Chart chart = new Chart(
                page.text(label),
                page.text("app.table"),
                page.text("today.month"),
                "",
                months.stream()
                        .map(report ->
                                report.window().from().atStartOfDay(page.zone()).toEpochSecond())
                        .toList(),
                months.stream()
                        .map(report -> page.month(YearMonth.from(report.window().from())))
                        .toList(),
                List.of(new Chart.Series(
                        page.text(label),
                        months.stream().map(value).toList(),
                        months.stream().map(text).toList())));
        return new TodayView.Figure(page.text(label), text.apply(months.get(months.size() - 1)), chart);
    }

    private static Ratio churn(KpiReport report) {
        return report.churn().rate(ChurnBase.START);
    }

    private static double percent(Ratio ratio) {
        return ratio.value()
                .map(BigDecimal::doubleValue)
                .map(share -> share * PERCENT)
                .orElse(Double.NaN);
    }

    private static double hours(KpiReport report) {
        return report.provisioning()
                .p50()
                .map(median -> median.toMinutes() / MINUTES_PER_HOUR)
                .orElse(Double.NaN);
    }

    private List<TodayView.Failure> failures(PageContext page) {
        List<RecordedEvent> events = contracts
                .events(
                        EventQuery.all()
                                .ofKinds(ContractEvent.ProvisioningFailed.class, ContractEvent.ChangeRejected.class),
                        Page.first(FAILURES))
                .items();
        Map<ContractId, ContractSummary> summaries =
                contracts
                        .summaries(events.stream()
                                .map(RecordedEvent::contract)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(ContractSummary::id, Function.identity()));
        return events.stream()
                .map(event -> failure(page, event, Optional.ofNullable(summaries.get(event.contract()))))
                .toList();
    }

    private static TodayView.Failure failure(
            PageContext page, RecordedEvent event, Optional<ContractSummary> contract) {
        String what = page.term("event", event.event().getClass().getSimpleName());
        String why = "";
        if (event.event() instanceof ContractEvent.ProvisioningFailed failed) {
            what += " · " + page.term("target", failed.target());
            why = failed.failure().code() + ": " + failed.failure().detail();
        } else if (event.event() instanceof ContractEvent.ChangeRejected rejected) {
            why = rejected.message();
        }
        return new TodayView.Failure(
                page.iso(event.recordedAt()),
                page.instant(event.recordedAt()),
                contract.map(summary -> summary.number().value()).orElse(""),
                "/contracts/" + event.contract(),
                what,
                why);
    }
}
