package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Figures drawn in text: a bar for each month. */
final class KpiPlot {
    private static final int WIDTH = 60;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private KpiPlot() {}

    static List<String> customers(List<KpiReport> months) {
        long max = Math.max(
                1, months.stream().mapToLong(KpiReport::baseAtEnd).max().orElse(1));
        return months.stream()
                .map(month -> {
                    int suspended = length(month.suspendedAtEnd(), max);
                    int all = Math.max(suspended, length(month.baseAtEnd(), max));
                    return line(month, "#".repeat(all - suspended) + "s".repeat(suspended), month.baseAtEnd());
                })
                .toList();
    }

    static List<String> churn(List<KpiReport> months) {
        long max =
                Math.max(1, months.stream().mapToLong(KpiPlot::perMillion).max().orElse(1));
        return months.stream()
                .map(month -> line(
                        month,
                        "#".repeat(length(perMillion(month), max)),
                        month.churn().rate(ChurnBase.START)))
                .toList();
    }

    private static long perMillion(KpiReport month) {
        return month.churn()
                .rate(ChurnBase.START)
                .value()
                .map(rate -> rate.multiply(MILLION).longValue())
                .orElse(0L);
    }

    private static String line(KpiReport month, String bar, Object value) {
        return String.format(Locale.ROOT, "  %-8s|%-" + WIDTH + "s| %s", YearMonths.name(month), bar, value);
    }

    /** A bar that is not quite nothing has a length of one. */
    private static int length(long value, long max) {
        return Math.toIntExact((value * WIDTH + max - 1) / max);
    }
}
