package io.silverdata.contract.report;

import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which part of a cycle's price is owed for some of its days. A helper: hosts may calculate otherwise. */
public enum ProrationCalculator {
    /** Each day is worth the same: days owed by days in the cycle, 28 to 31 in a month, 365 or 366 in a year. */
    ACTUAL_DAYS {
        @Override
        long days(LocalDate from, LocalDate to) {
            return ChronoUnit.DAYS.between(from, to);
        }
    },
    /**
     * Each month has 30 days (30E/360): a date on a 31st is taken for the 30th. So the 30th of a month with 31 days is worth
     * nothing, its 31st is worth a day, and the last day of February is worth what the month has too few.
     */
    THIRTY_360 {
        @Override
        long days(LocalDate from, LocalDate to) {
            return number(to) - number(from);
        }
    };

    private static final long DAYS_IN_YEAR = 360;
    private static final int DAYS_IN_MONTH = 30;
    private static final int DECIMALS = 6;
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    abstract long days(LocalDate from, LocalDate to);

    /**
     * What is owed for each of some segments. Each day is a part of its own cycle ({@link Segment#period}), however long the
     * segments are and wherever they are cut. Within a cycle the amounts are the rounded steps of the exact running sum: what
     * rounding takes from one segment it gives to the next, so that the parts of a whole cycle add up to its price.
     * What is owed is a part of {@link Segment#net}: discounts are off.
     *
     * @param segments of one contract, those of the plan and those of each add-on in order of days, each with an end ({@link
     *     Segment#within})
     * @return as many amounts, in the smallest unit of the currency, halves rounded up
     * @throws IllegalArgumentException naming field and value if a segment has no end or begins before the end of the one
     *     before for the same, or if their currencies differ
     */
    public List<Money> owed(List<Segment> segments) {
        List<Money> owed = new ArrayList<>();
        Map<Optional<AddOnId>, Running> lines = new HashMap<>();
        for (Segment segment : segments) {
            Running line = lines.computeIfAbsent(segment.addOn(), first -> new Running());
            line.end = check(segment, segments.get(0), line.end);
            BigDecimal amount = BigDecimal.ZERO;
            for (LocalDate day = segment.from(); day.isBefore(line.end); ) {
                DayRange cycle = segment.period(day);
                @Nullable CycleSum sum = line.sum;
                if (sum == null || !sum.cycle.equals(cycle)) {
                    sum = new CycleSum(
                            cycle,
                            days(cycle.from(), cycle.to()),
                            segment.price().currency());
                    line.sum = sum;
                }
                LocalDate to = line.end.isBefore(cycle.to()) ? line.end : cycle.to();
                amount = amount.add(sum.add(segment, days(day, to)));
                day = to;
            }
            owed.add(new Money(amount, segment.price().currency()));
        }
        return List.copyOf(owed);
    }

    /** How far the plan, or one add-on, was summed up. */
    private static final class Running {
        private @Nullable CycleSum sum;
        private LocalDate end = LocalDate.MIN;
    }

    private static LocalDate check(Segment segment, Segment first, LocalDate end) {
        if (segment.from().isBefore(end)) {
            throw new IllegalArgumentException("from must be on or after " + end + ", was " + segment.from());
        }
        if (!segment.price().currency().equals(first.price().currency())) {
            throw new IllegalArgumentException("currency must be "
                    + first.price().currency() + " in each segment, was "
                    + segment.price().currency());
        }
        return segment.to()
                .orElseThrow(() -> new IllegalArgumentException(
                        "to must be a day, was open in the segment from " + segment.from()));
    }

    private static long number(LocalDate day) {
        return DAYS_IN_YEAR * day.getYear()
                + (long) DAYS_IN_MONTH * day.getMonthValue()
                + Math.min(DAYS_IN_MONTH, day.getDayOfMonth());
    }

    /** What is owed for the days of one cycle so far, as a whole number of the smallest shares there are, and not rounded. */
    private static final class CycleSum {
        private final DayRange cycle;
        private final BigInteger shares;
        private final int decimals;
        private BigInteger exact = BigInteger.ZERO;
        private BigDecimal given = BigDecimal.ZERO;

        CycleSum(DayRange cycle, long days, Currency currency) {
            this.cycle = cycle;
            shares = BigInteger.valueOf(days).multiply(WHOLE).multiply(BigInteger.TEN.pow(DECIMALS));
            decimals = Math.max(0, currency.getDefaultFractionDigits());
        }

        /** By how much the rounded sum grows. */
        BigDecimal add(Segment segment, long days) {
            exact = exact.add(segment.net()
                    .amount()
                    .movePointRight(DECIMALS)
                    .toBigIntegerExact()
                    .multiply(BigInteger.valueOf(days))
                    .multiply(BigInteger.valueOf(segment.billable().basisPoints())));
            BigInteger twice = exact.multiply(BigInteger.TEN.pow(decimals)).shiftLeft(1);
            BigDecimal rounded = new BigDecimal(twice.add(shares).divide(shares.shiftLeft(1)), decimals);
            BigDecimal more = rounded.subtract(given);
            given = rounded;
            return more;
        }
    }
}
