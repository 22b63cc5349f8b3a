package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * An amount that the host calculated; the library carries it and compares it, and never computes with it.
 *
 * @param amount zero or more, at most 15 digits before and 6 after the decimal point; trailing zeros are dropped, so
 *     that 10 and 10.00 are one value
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final int MAX_DIGITS = 15;
    private static final int MAX_DECIMALS = 6;
    private static final int MAX_TEXT = 64;
    private static final String ALLOWED = "zero or more, at most 15 digits before and 6 after the decimal point";

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Money {
        Objects.requireNonNull(currency, "currency");
        if (!isInRange(amount)) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("amount", amount.toString(), ALLOWED).message());
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

    /**
     * Reads an amount from outside.
     *
     * @return the amount, or what is wrong with it: no number, negative, too long, or a currency that is unknown
     */
    public static Either<Rejection.InvalidValue, Money> parse(String amount, String currency) {
        Optional<BigDecimal> number = number(amount);
        if (number.isEmpty() || !isInRange(number.get())) {
            return Either.left(new Rejection.InvalidValue("amount", amount, ALLOWED));
        }
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .findFirst()
                .<Either<Rejection.InvalidValue, Money>>map(known -> Either.right(new Money(number.get(), known)))
                .orElseGet(() ->
                        Either.left(new Rejection.InvalidValue("currency", currency, "an ISO 4217 code, as USD")));
    }

    /**
     * Reads an amount, a space and a currency, as {@code 24.90 USD}.
     *
     * @return the amount, or what is wrong with it
     */
    public static Either<Rejection.InvalidValue, Money> parse(String text) {
        int space = Objects.requireNonNull(text, "text").indexOf(' ');
        return space < 0 || space > MAX_TEXT
                ? Either.left(
                        new Rejection.InvalidValue("money", text, "an amount, a space and a currency, as 24.90 USD"))
                : parse(text.substring(0, space), text.substring(space + 1));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private static boolean isInRange(BigDecimal amount) {
        return amount.signum() >= 0
                && (long) amount.precision() - amount.scale() <= MAX_DIGITS
                && amount.stripTrailingZeros().scale() <= MAX_DECIMALS;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
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
