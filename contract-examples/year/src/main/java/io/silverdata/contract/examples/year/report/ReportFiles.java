package io.silverdata.contract.examples.year.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Ratio;
import io.silverdata.contract.report.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of the reports is written to files: the billing feed of each month, the figures, charts, and a page with both. */
final class ReportFiles {
    private static final String[] SEGMENT_COLUMNS = {
        "contract",
        "version",
        "from",
        "to",
        "holder",
        "plan",
        "plan_version",
        "price",
        "currency",
        "cycle",
        "billable_percent",
        "cause",
        "add_on"
    };
    private static final int PERCENT_DIGITS = 2;

    private ReportFiles() {}

    /** Writes them into a folder, which is made if it is not there; returns what was written, for people. */
    static List<String> write(YearMonths months, Path folder) {
        try {
            Files.createDirectories(folder);
            List<String> written = new ArrayList<>();
            for (KpiReport month : months.figures()) {
                Path file = folder.resolve("billing-" + YearMonths.name(month) + ".csv");
                written.add(file + "  " + billing(months, month, file) + " segments");
            }
            Path figures = folder.resolve("kpis.csv");
            figures(months, figures);
            written.add(figures + "  " + months.figures().size() + " months");
            written.addAll(ReportPage.write(months, folder));
            return written;
        } catch (IOException failed) {
            throw new UncheckedIOException("the reports could not be written to " + folder, failed);
        }
    }

    private static long billing(YearMonths months, KpiReport month, Path file) throws IOException {
        try (CsvWriter csv = csv().build(file)) {
            csv.writeRecord(SEGMENT_COLUMNS);
            long[] count = {0};
            months.reports().segments(month.window(), segment -> {
                csv.writeRecord(cells(segment));
                count[0]++;
            });
            return count[0];
        }
    }

    private static String[] cells(Segment segment) {
        return new String[] {
            segment.contract().toString(),
            Long.toString(segment.version()),
            segment.from().toString(),
            segment.to().map(LocalDate::toString).orElse(""),
            segment.holder().value(),
            segment.plan().value(),
            Integer.toString(segment.planVersion()),
            segment.price().amount().toPlainString(),
            segment.price().currency().getCurrencyCode(),
            segment.cycle().name(),
            BigDecimal.valueOf(segment.billable().basisPoints(), PERCENT_DIGITS).toPlainString(),
            segment.cause(),
            segment.addOn().map(AddOnId::value).orElse("")
        };
    }

    private static void figures(YearMonths months, Path file) throws IOException {
        try (CsvWriter csv = csv().build(file)) {
            boolean header = true;
            for (KpiReport month : months.figures()) {
                Map<String, String> cells = cells(month, months);
                if (header) {
                    csv.writeRecord(cells.keySet());
                    header = false;
                }
                csv.writeRecord(cells.values());
            }
        }
    }

    private static Map<String, String> cells(KpiReport month, YearMonths months) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("from", month.window().from().toString());
        cells.put("to", month.window().to().toString());
        cells.put("base_start", Long.toString(month.base()));
        cells.put("base_end", Long.toString(month.baseAtEnd()));
        cells.put("suspended_end", Long.toString(month.suspendedAtEnd()));
        cells.put("activated", Long.toString(month.activated()));
        churn(month.churn(), cells);
        for (Currency currency : months.currencies()) {
            Optional<KpiReport.Revenue> revenue =
                    Optional.ofNullable(month.revenue().get(currency));
            cells.put("revenue_base_year_" + currency, amount(revenue.map(KpiReport.Revenue::base)));
            cells.put("revenue_lost_year_" + currency, amount(revenue.map(KpiReport.Revenue::lost)));
        }
        provisioning(month.provisioning(), cells);
        cells.put("cuts", Long.toString(month.collection().cuts()));
        cells.put("cut_contracts_share", share(month.collection().suspension()));
        cells.put("cure_share", share(month.collection().cure()));
        cells.put("reconnections", Long.toString(month.reconnections().count()));
        cells.put("reconnection_share", share(month.reconnections().rate()));
        cells.put("reconnection_repeaters", Long.toString(month.reconnections().repeaters()));
        cells.put("reconnect_mean_seconds", seconds(month.reconnections().meanTime()));
        cells.put("reservations", Long.toString(month.reservations().reserved()));
        cells.put("reservations_expired", Long.toString(month.reservations().expired()));
        cells.put("outputs_in_use", Long.toString(month.ports().inUse()));
        cells.put("outputs_resting", Long.toString(month.ports().resting()));
        cells.put("outputs_occupancy", share(month.ports().occupancy(months.outputs())));
        cells.put("drifted_end", Long.toString(month.drift().drifted()));
        return cells;
    }

    private static void churn(KpiReport.Churn churn, Map<String, String> cells) {
        cells.put("churned", Long.toString(churn.total()));
        cells.put("churned_early", Long.toString(churn.early()));
        cells.put("ended_uncounted", Long.toString(churn.uncounted()));
        cells.put("won_back", Long.toString(churn.wonBack()));
        cells.put("churn_start_base", share(churn.rate(ChurnBase.START)));
        cells.put("churn_average_base", share(churn.rate(ChurnBase.AVERAGE)));
        cells.put("churn_voluntary", share(churn.voluntary(ChurnBase.START)));
        cells.put("churn_involuntary", share(churn.involuntary(ChurnBase.START)));
        cells.put("churn_net", share(churn.net(ChurnBase.START)));
        cells.put("churn_net_final_from", churn.finalFrom().toString());
    }

    private static void provisioning(KpiReport.Provisioning provisioning, Map<String, String> cells) {
        cells.put("served", Long.toString(provisioning.served()));
        cells.put("mttp_clock", provisioning.clockStart().name());
        cells.put("mttp_mean_seconds", seconds(provisioning.mean()));
        cells.put("mttp_p50_seconds", seconds(provisioning.p50()));
        cells.put("mttp_p80_seconds", seconds(provisioning.p80()));
        cells.put("mttp_p90_seconds", seconds(provisioning.p90()));
        cells.put("orders_open_end", Long.toString(provisioning.open()));
        cells.put("orders_given_up_end", Long.toString(provisioning.givenUp()));
        cells.put("orders_abandoned", Long.toString(provisioning.abandoned()));
        cells.put("right_first_time", share(provisioning.rightFirstTime()));
    }

    /** Undefined is an empty cell, and not zero. */
    private static String share(Ratio share) {
        return share.value().map(BigDecimal::toPlainString).orElse("");
    }

    private static String amount(Optional<BigDecimal> amount) {
        return amount.orElse(BigDecimal.ZERO).toPlainString();
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(wait -> Long.toString(wait.toSeconds())).orElse("");
    }

    private static CsvWriter.CsvWriterBuilder csv() {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
    }
}
