package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Money;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What must be paid for the debt to be over, and for a service that was cut to be given back. Immutable.
 *
 * @param when what must be paid
 * @param max the overdue amount that may be left, for {@link When#AMOUNT_AT_MOST} and for no other
 * @param firstInstalment whether the first instalment of an arrangement gives the service back, too
 * @param within how soon the operator promises to give it back once that is known, more than zero
 * @param feeAllowed whether the host may ask for a reconnection fee; the library only passes it on
 */
public record RestoreRule(
        When when, Optional<Money> max, boolean firstInstalment, Duration within, boolean feeAllowed) {

    /** What must be paid. */
    public enum When {
        /** Everything, what is not due yet too. */
        PAID_IN_FULL,
        /** Everything that is past due. */
        NOTHING_PAST_DUE,
        /** All that is past due but an amount. */
        AMOUNT_AT_MOST
    }

    /**
     * Checks that an amount is there exactly where it belongs.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public RestoreRule {
        Objects.requireNonNull(when, "when");
        new Objections()
                .unless(
                        max.isPresent() == (when == When.AMOUNT_AT_MOST),
                        "max",
                        max.map(Money::toString).orElse("none"),
                        "an amount for AMOUNT_AT_MOST, none otherwise")
                .unless(!within.isNegative() && !within.isZero(), "within", within, "more than zero")
                .throwFirst();
    }

    /** Everything, what is not due yet too. Within a day, fee allowed. */
    public static RestoreRule paidInFull() {
        return new RestoreRule(When.PAID_IN_FULL, Optional.empty(), false, Duration.ofDays(1), true);
    }

    /** Everything that is past due. Within a day, fee allowed. */
    public static RestoreRule nothingPastDue() {
        return new RestoreRule(When.NOTHING_PAST_DUE, Optional.empty(), false, Duration.ofDays(1), true);
    }

    /** All that is past due but an amount. Within a day, fee allowed. */
    public static RestoreRule amountAtMost(Money amount) {
        return new RestoreRule(When.AMOUNT_AT_MOST, Optional.of(amount), false, Duration.ofDays(1), true);
    }

    /** The same, and the first instalment gives the service back, too. */
    public RestoreRule orFirstInstalment() {
        return new RestoreRule(when, max, true, within, feeAllowed);
    }

    /** The same within another time. */
    public RestoreRule within(Duration other) {
        return new RestoreRule(when, max, firstInstalment, other, feeAllowed);
    }

    /** The same without a reconnection fee. */
    public RestoreRule withoutFee() {
        return new RestoreRule(when, max, firstInstalment, within, false);
    }

    boolean isMet(DunningFacts facts) {
        return switch (when) {
            case PAID_IN_FULL -> facts.owed().amount().signum() == 0;
            case NOTHING_PAST_DUE -> facts.overdue().amount().signum() == 0;
            case AMOUNT_AT_MOST ->
                facts.overdue().amount().compareTo(max.orElseThrow().amount()) <= 0;
        };
    }
}
