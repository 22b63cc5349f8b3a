package io.silverdata.contract.examples.console.reports;

import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.spi.Reports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The figures of months, remembered for all who look: a month that is over changes only by backdated commands, and is read again after ten
 * minutes, this month after half a minute. Safe for use by any number of threads.
 */
@Component
public class MonthlyFigures {
    private static final Duration PAST_IS_FRESH_FOR = Duration.ofMinutes(10);
    private static final Duration PRESENT_IS_FRESH_FOR = Duration.ofSeconds(30);

    private final Reports reports;
    private final Clock clock = Clock.systemUTC();
    private final Map<YearMonth, Remembered> months = new ConcurrentHashMap<>();

    MonthlyFigures(Reports reports) {
        this.reports = reports;
    }

    private record Remembered(KpiReport report, Instant at) {}

    /** The figures of some months that end with one, the earliest first. */
    public List<KpiReport> until(YearMonth last, int count) {
        return Stream.iterate(last.minusMonths(count - 1L), month -> month.plusMonths(1))
                .limit(count)
                .map(month -> of(month, month.equals(last) ? PRESENT_IS_FRESH_FOR : PAST_IS_FRESH_FOR))
                .toList();
    }

    /** The days of a month. */
    public static DayRange days(YearMonth month) {
        return new DayRange(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private KpiReport of(YearMonth month, Duration freshFor) {
        Instant now = clock.instant();
        Remembered known = months.get(month);
        if (known != null && known.at().plus(freshFor).isAfter(now)) {
            return known.report();
        }
        KpiReport report = reports.kpis(days(month), KpiOptions.defaults());
        months.put(month, new Remembered(report, now));
        return report;
    }
}
