package io.silverdata.contract.examples.console.figures;

import io.silverdata.contract.report.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Segments of the billing feed as lines of CSV. None of the values has a comma, a quote, or a first character that a spreadsheet takes
 * for a formula: identities begin with a letter or a digit, and have neither.
 */
final class SegmentCsv {
    static final String HEADER = line(List.of(
            "contract",
            "version",
            "from",
            "to",
            "customer",
            "plan",
            "plan_version",
            "price",
            "currency",
            "cycle",
            "billable_percent",
            "cause"));

    private SegmentCsv() {}

    static String row(Segment segment) {
        return line(List.of(
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
                BigDecimal.valueOf(segment.billable().basisPoints(), 2).toPlainString(),
                segment.cause()));
    }

    private static String line(List<String> values) {
        return String.join(",", values) + "\r\n";
    }
}
