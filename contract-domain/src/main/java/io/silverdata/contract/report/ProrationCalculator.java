package io.silverdata.contract.report;

import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which part of a cycle's price is owed for some of its days. A helper: hosts may calculate otherwise. */
public enum ProrationCalculator {
    /** Each day is worth the same: days owed by days in the cycle, 28 to 31 in a month. */
    ACTUAL_DAYS {
        @Override
        long days(LocalDate from, LocalDate to) {
            return ChronoUnit.DAYS.between(from, to);
        }
    },
    /** Each month has 30 days (30E/360): a 31st is worth nothing, and the last of February what is missing up to 30. */
    THIRTY_360 {
        @Override
        long days(LocalDate from, LocalDate to) {
            return number(to) - number(from);
        }
    };

    private static final long DAYS_IN_YEAR = 360;
    private static final int DAYS_IN_MONTH = 30;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
    private static final int PRECISE = 18;

    abstract long days(LocalDate from, LocalDate to);

    /**
     * What is owed for each of some segments of one cycle. The sum of the amounts is the rounded sum: what rounding takes from
     * one day it gives to the next, so that the parts of a whole cycle add up to the whole price.
     *
     * @param segments of one contract, in order of days, each cut to the cycle ({@link Segment#within})
     * @param cycle the days that the price is for
     * @return as many amounts, in the smallest unit of the currency, halves rounded up
     * @throws IllegalArgumentException naming field and value if a segment reaches beyond the cycle or begins before the end of
     *     the one before, or if their currencies differ
     */
    public List<Money> owed(List<Segment> segments, DayRange cycle) {
        Objects.requireNonNull(cycle, "cycle");
        List<Money> owed = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        LocalDate end = cycle.from();
        for (Segment segment : segments) {
            LocalDate to = check(segment, segments.get(0), cycle, end);
            exact = exact.add(part(segment, to, cycle));
            BigDecimal rounded = exact.setScale(
                    Math.max(0, segment.price().currency().getDefaultFractionDigits()), RoundingMode.HALF_UP);
            owed.add(new Money(rounded.subtract(given), segment.price().currency()));
            given = rounded;
            end = to;
        }
        return List.copyOf(owed);
    }

    private BigDecimal part(Segment segment, LocalDate to, DayRange cycle) {
        return segment.price()
                .amount()
                .multiply(BigDecimal.valueOf(days(segment.from(), to)))
                .multiply(BigDecimal.valueOf(segment.billable().basisPoints()))
                .divide(
                        WHOLE.multiply(BigDecimal.valueOf(days(cycle.from(), cycle.to()))),
                        PRECISE,
                        RoundingMode.HALF_UP);
    }

    private LocalDate check(Segment segment, Segment first, DayRange cycle, LocalDate end) {
        if (days(cycle.from(), cycle.to()) <= 0) {
            throw new IllegalArgumentException("cycle must have days that count, was " + cycle);
        }
        if (segment.from().isBefore(end)) {
            throw new IllegalArgumentException("from must be on or after " + end + ", was " + segment.from());
        }
        LocalDate to = segment.to()
                .filter(day -> !day.isAfter(cycle.to()))
                .orElseThrow(() -> new IllegalArgumentException("to must be on or before " + cycle.to() + ", was "
                        + segment.to().map(LocalDate::toString).orElse("open")));
        if (!segment.price().currency().equals(first.price().currency())) {
            throw new IllegalArgumentException("currency must be "
                    + first.price().currency() + " in each segment, was "
                    + segment.price().currency());
        }
        return to;
    }

    private static long number(LocalDate day) {
        return DAYS_IN_YEAR * day.getYear()
                + (long) DAYS_IN_MONTH * day.getMonthValue()
                + Math.min(DAYS_IN_MONTH, day.getDayOfMonth());
    }
}
