package io.silverdata.contract.report;

import io.silverdata.contract.model.DayRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * The questions about spans that figures are made of. {@link Kpis} asks them; who keeps spans somewhere answers them there.
 * Maps go by label and leave labels out that have no span.
 */
public interface Spans {

    /** Spans that last when a day begins: from before it, and not over before it. Durations are left out. */
    Map<String, Total> lastingAt(Span.Kind kind, LocalDate day);

    /** Spans whose first day is one of these. */
    Map<String, Total> begunIn(Span.Kind kind, DayRange days);

    /** Spans that were over on one of these days. */
    Map<String, Total> overIn(Span.Kind kind, DayRange days);

    /** Spans whose first day is before these days, and that were over on one of them. */
    Map<String, Total> overInFromBefore(Span.Kind kind, DayRange days);

    /** Spans whose first day is one of these, and that were over at most so many days later. */
    long overWithin(Span.Kind kind, DayRange days, int maxDays);

    /** Spans that last when a day begins, and have lasted for more than so many days. */
    long lastingLonger(Span.Kind kind, LocalDate day, int days);

    /** Contracts with a span whose first day is one of these. */
    long contractsBegunIn(Span.Kind kind, DayRange days);

    /** The same, of contracts that were live when the first of these days began. */
    long contractsOfBaseBegunIn(Span.Kind kind, DayRange days);

    /**
     * By currency, the price in a year, as it was when the first of these days began, of contracts that were live then and whose
     * {@link Span.Kind#CHURNED} span was over on one of these days.
     */
    Map<String, BigDecimal> lostRevenue(DayRange days);

    /**
     * By currency, by how much the price in a year is lower after these days than before them, of contracts that were live before and
     * after, and whose price is lower, in the same currency.
     */
    Map<String, BigDecimal> contractedRevenue(DayRange days);

    /** Contracts with two spans or more, of a label, that were over on one of these days. */
    long repeaters(Span.Kind kind, String label, DayRange days);

    /**
     * {@link Span.Kind#CHURNED} spans from before these days that were over on one of them, and whose contract was won back at
     * most so many days later.
     */
    long wonBack(DayRange days, int maxDays);

    /**
     * The durations at some ranks, the shortest being 1, of spans that have one and were over on one of these days.
     *
     * @return by rank; a rank is left out if there are fewer
     */
    Map<Long, Duration> ranked(Span.Kind kind, String label, DayRange days, Collection<Long> ranks);
}
