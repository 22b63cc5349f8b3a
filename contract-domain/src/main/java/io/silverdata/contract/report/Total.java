package io.silverdata.contract.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;

/**
 * Spans added up.
 *
 * @param count how many
 * @param amount sum of their amounts
 * @param timed how many of them have a duration
 * @param duration sum of the durations
 */
public record Total(long count, BigDecimal amount, long timed, Duration duration) {
    /** Of no spans. */
    public static final Total NONE = new Total(0, BigDecimal.ZERO, 0, Duration.ZERO);

    /** Drops trailing zeros of the amount, so that equal sums are equal. */
    public Total {
        amount = Ratio.stripped(amount);
        Objects.requireNonNull(duration, "duration");
    }

    /** Both together. */
    public Total plus(Total other) {
        return new Total(
                count + other.count, amount.add(other.amount), timed + other.timed, duration.plus(other.duration));
    }
}
