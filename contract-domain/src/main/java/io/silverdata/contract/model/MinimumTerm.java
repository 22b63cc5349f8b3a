package io.silverdata.contract.model;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long the holder has committed to stay. A hold may extend the term by the days that it lasted; a day counts once,
 * however many holds cover it.
 *
 * @param endsOn the first day after the term, extensions included; empty if there is no term
 * @param extensions the days by which it was extended, oldest first
 * @param startsOn its first day, if it was agreed after the activation; days before it do not extend it
 * @param agreedMonths how long it is to be, if that was agreed otherwise than by the plan, and not begun yet
 */
public record MinimumTerm(
        Optional<LocalDate> endsOn,
        List<DayRange> extensions,
        Optional<LocalDate> startsOn,
        Optional<Integer> agreedMonths) {

    public MinimumTerm {
        Objects.requireNonNull(endsOn, "endsOn");
        extensions = List.copyOf(extensions);
        Objects.requireNonNull(startsOn, "startsOn");
        Objects.requireNonNull(agreedMonths, "agreedMonths");
    }

    /** Of a draft: nothing has begun. */
    static MinimumTerm drafted(Optional<Integer> agreedMonths) {
        return new MinimumTerm(Optional.empty(), List.of(), Optional.empty(), agreedMonths);
    }

    /** Of a contract that was activated. */
    static MinimumTerm until(Optional<LocalDate> endsOn) {
        return new MinimumTerm(endsOn, List.of(), Optional.empty(), Optional.empty());
    }

    /** A new one in place of this. */
    MinimumTerm renewed(LocalDate start, Optional<LocalDate> end) {
        return new MinimumTerm(end, List.of(), Optional.of(start), Optional.empty());
    }

    /**
     * The term, extended by some days.
     *
     * @param days none of them among the extensions so far
     */
    public MinimumTerm extendedBy(List<DayRange> days) {
        if (days.isEmpty()) {
            return this;
        }
        long length = days.stream().mapToLong(DayRange::length).sum();
        return new MinimumTerm(
                endsOn.map(end -> end.plusDays(length)), joined(extensions, days), startsOn, agreedMonths);
    }

    /** The days of both, oldest first, joined where they touch. */
    private static List<DayRange> joined(List<DayRange> some, List<DayRange> others) {
        RangeSet<LocalDate> all = TreeRangeSet.create();
        some.forEach(days -> all.add(Range.closedOpen(days.from(), days.to())));
        others.forEach(days -> all.add(Range.closedOpen(days.from(), days.to())));
        return all.asRanges().stream()
                .map(days -> new DayRange(days.lowerEndpoint(), days.upperEndpoint()))
                .toList();
    }
}
