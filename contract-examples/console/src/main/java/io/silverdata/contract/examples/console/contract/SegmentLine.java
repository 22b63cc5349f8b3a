package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.report.Segment;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Days on which one and the same is owed.
 *
 * @param from the first day
 * @param lastDay the last day
 * @param plan for what: the plan, or the add-on
 * @param price of a whole cycle, after discounts
 * @param share how much of the price is owed
 * @param cause why
 */
public record SegmentLine(LocalDate from, LocalDate lastDay, String plan, Money price, String share, Phrase cause) {

    /** @param segment one that has an end */
    static SegmentLine of(Segment segment) {
        return new SegmentLine(
                segment.from(),
                segment.to().orElseThrow().minusDays(1),
                segment.addOn().map(AddOnId::value).orElse(segment.plan().value()),
                segment.net(),
                segment.billable().toString(),
                cause(segment.cause()));
    }

    private static Phrase cause(String cause) {
        if (cause.equals(Segment.ACTIVE)) {
            return Phrase.of("contract.segment.ACTIVE");
        }
        boolean isStandard = Stream.of(SuspensionReason.Category.values())
                .anyMatch(category -> category.name().equals(cause));
        return isStandard ? Phrase.of("hold." + cause) : Phrase.plain(cause);
    }
}
