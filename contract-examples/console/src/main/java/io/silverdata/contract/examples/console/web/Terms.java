package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.SuspensionReason;
import java.util.List;

/** The words for reasons and scheduled changes. A provider may have reasons of its own: these are shown by their code. */
public final class Terms {
    private static final List<CancellationReason> STANDARD_ENDS = List.of(
            CancellationReason.CUSTOMER_REQUEST,
            CancellationReason.NON_PAYMENT,
            CancellationReason.PROVIDER_DECISION,
            CancellationReason.TECHNICAL_INFEASIBLE,
            CancellationReason.DECEASED_OR_LEGAL);

    private Terms() {}

    /** The reasons for which a contract may be ended from the console. */
    public static List<CancellationReason> cancellationReasons() {
        return STANDARD_ENDS;
    }

    /** The word for the reason of a hold. */
    public static Phrase of(SuspensionReason reason) {
        return reason.code().equals(reason.category().name())
                ? Phrase.of("hold." + reason.code())
                : Phrase.plain(reason.code());
    }

    /** The word for the reason of an end. */
    public static Phrase of(CancellationReason reason) {
        return STANDARD_ENDS.contains(reason)
                ? Phrase.of("cancellation." + reason.code())
                : Phrase.plain(reason.code());
    }

    /** What will be done, and when. */
    public static Phrase of(ScheduledChange change) {
        return Phrase.of("scheduled.at", what(change), change.at());
    }

    /** What will be done. */
    public static Phrase what(ScheduledChange change) {
        return change.command().match(ScheduledPhrases.WORDS);
    }

    /** What a discount takes off on which days. */
    public static Phrase of(Discount discount) {
        Phrase off = discount.reduction() instanceof Discount.AmountOff amount
                ? Phrase.of("discount.amount", amount.amount(), Phrase.term("cycle", amount.cycle()))
                : Phrase.plain(discount.reduction().toString());
        return discount.to()
                .map(to -> Phrase.of("discount.until", discount.code(), off, discount.from(), to.minusDays(1)))
                .orElseGet(() -> Phrase.of("discount.from", discount.code(), off, discount.from()));
    }
}
