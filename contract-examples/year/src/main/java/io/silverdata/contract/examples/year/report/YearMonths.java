package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.examples.year.simulation.Provider;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.spi.Reports;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * The months of the year, each with its figures.
 *
 * @param figures month by month; the last may not be over yet
 * @param outputs for subscribers
 * @param reports where the billing feed comes from
 */
public record YearMonths(List<KpiReport> figures, long outputs, Reports reports) {
    private static final int EVENTS = 5_000;

    public YearMonths {
        figures = List.copyOf(figures);
    }

    public static YearMonths of(Provider provider, Instant beginning) {
        Reports reports = provider.database().storage().reports(ReportSettings.in(OrdersCsv.ZONE));
        boolean more = true;
        while (more) {
            more = reports.update(EVENTS);
        }
        List<KpiReport> figures = new ArrayList<>();
        YearMonth last = month(provider.clock().instant());
        for (YearMonth month = month(beginning); !month.isAfter(last); month = month.plusMonths(1)) {
            figures.add(reports.kpis(
                    new DayRange(month.atDay(1), month.plusMonths(1).atDay(1)), KpiOptions.defaults()));
        }
        return new YearMonths(figures, outputs(provider), reports);
    }

    /** The currencies of all prices, in the order of their codes. */
    List<Currency> currencies() {
        return figures.stream()
                .flatMap(month -> month.revenue().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    /** The month of some figures, as text. */
    static String name(KpiReport figures) {
        return YearMonth.from(figures.window().from()).toString();
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(OrdersCsv.ZONE));
    }

    private static long outputs(Provider provider) {
        return provider.storage().plant().occupancy(provider.clock().instant()).stream()
                .flatMap(port -> port.outputs().entrySet().stream())
                .filter(outputs -> outputs.getKey() != PortState.BLOCKED)
                .mapToLong(outputs -> outputs.getValue())
                .sum();
    }
}
