package io.silverdata.contract.examples.console.figures;

import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.spi.Reports;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The figures of a month.
 *
 * @param month which; the last one may not be over
 * @param report of its days
 */
record MonthFigures(YearMonth month, KpiReport report) {

    /** The figures of months one after the other. Each costs what happened in that month. */
    static List<MonthFigures> of(YearMonth last, int months, Reports reports) {
        return Stream.iterate(last.minusMonths(months - 1L), month -> month.plusMonths(1))
                .limit(months)
                .map(month -> new MonthFigures(month, reports.kpis(days(month), KpiOptions.defaults())))
                .toList();
    }

    static DayRange days(YearMonth month) {
        return new DayRange(month.atDay(1), month.plusMonths(1).atDay(1));
    }
}
