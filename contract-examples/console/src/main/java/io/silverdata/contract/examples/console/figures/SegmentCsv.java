package io.silverdata.contract.examples.console.figures;

import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.report.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Segments of the billing feed as rows of CSV. */
final class SegmentCsv {
    static final List<String> HEADER = List.of(
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
            "cause",
            "add_on",
            "net",
            "discounts");

    private SegmentCsv() {}

    static List<String> row(Segment segment) {
        return List.of(
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
                segment.cause(),
                segment.addOn().map(AddOnId::value).orElse(""),
                segment.net().amount().toPlainString(),
                segment.discounts().stream()
                        .map(discount ->
                                discount.code() + "=" + discount.off().amount().toPlainString())
                        .collect(Collectors.joining(" ")));
    }
}
