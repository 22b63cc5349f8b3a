package io.silverdata.contract.examples.console.figures;

import io.silverdata.contract.report.KpiReport;
import java.time.YearMonth;
import java.util.List;

/**
 * The figures of a month.
 *
 * @param month which; the last one may not be over
 * @param report of its days
 */
record MonthFigures(YearMonth month, KpiReport report) {

    /** Of months, the earliest first. */
    static List<MonthFigures> of(List<KpiReport> reports) {
        return reports.stream()
                .map(report -> new MonthFigures(YearMonth.from(report.window().from()), report))
                .toList();
    }
}
