package io.silverdata.contract.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part divided by the whole. If the whole is zero it is undefined, and not zero.
 *
 * @param part what is counted
 * @param whole of what
 */
public record Ratio(BigDecimal part, BigDecimal whole) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Drops trailing zeros, so that equal numbers are equal. */
    public Ratio {
        part = stripped(part);
        whole = stripped(whole);
    }

    /** So many of so many. */
    public static Ratio of(long part, long whole) {
        return new Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** Part by whole, to 16 digits; empty if the whole is zero. */
    public Optional<BigDecimal> value() {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(part.divide(whole, MathContext.DECIMAL64));
    }

    /** For people: percent to two decimals, or that it is undefined. */
    @Override
    public String toString() {
        return value().map(ratio -> ratio.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP) + " %")
                .orElse("undefined");
    }

    /** Without zeros behind the decimal point, so that equal numbers are equal. */
    static BigDecimal stripped(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
