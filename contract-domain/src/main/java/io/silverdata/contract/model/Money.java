package io.silverdata.contract.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount that the host calculated; the library carries it and compares it, and never computes with it.
 *
 * @param amount zero or more, at most 15 digits before and 6 after the decimal point; trailing zeros are dropped, so
 *     that 10 and 10.00 are one value
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Money {
        Objects.requireNonNull(currency, "currency");
        if (amount.signum() < 0
                || (long) amount.precision() - amount.scale() > MOST_DIGITS
                || amount.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(new Rejection.InvalidValue(
                            "amount",
                            amount.toString(),
                            "zero or more, at most 15 digits before and 6 after the decimal point")
                    .message());
        }
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /**
     * An amount from text, for example {@code Money.of("24.90", "USD")}.
     *
     * @throws IllegalArgumentException if the amount is no number or out of range, or the currency is unknown
     */
    public static Money of(String amount, String currency) {
        try {
            return new Money(new BigDecimal(amount), currency(currency));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("amount", amount, "a decimal number").message(), notANumber);
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("currency", code, "an ISO 4217 code, as USD").message(), unknown);
        }
    }
}
