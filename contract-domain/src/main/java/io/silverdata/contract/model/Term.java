package io.silverdata.contract.model;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How holds lengthen the minimum term: by each day that any of them lasted. A day counts once, however many holds cover it
 * and in whatever order they are lifted, because the contract remembers which days were added.
 */
final class Term {

    private Term() {}

    /** The days that lifting a hold adds to the term. */
    static List<DayRange> daysAddedByLifting(SuspensionHold lifted, Contract contract, CommandMetadata metadata) {
        return lifted.policy().extendsTerm() && contract.termEndsOn().isPresent()
                ? ranges(newDays(List.of(lifted), contract, metadata))
                : List.of();
    }

    /** The days left if the contract ends: as if its holds were lifted then. */
    static int remainingDays(Contract contract, CommandMetadata metadata) {
        if (contract.termEndsOn().isEmpty()) {
            return 0;
        }
        List<DayRange> extensions = ranges(newDays(contract.holds(), contract, metadata));
        LocalDate end =
                contract.snapshot().term().extendedBy(extensions).endsOn().orElseThrow();
        long left = ChronoUnit.DAYS.between(date(metadata.effectiveAt(), metadata), end);
        return Math.toIntExact(Math.max(0, left));
    }

    private static RangeSet<LocalDate> newDays(
            List<SuspensionHold> holds, Contract contract, CommandMetadata metadata) {
        RangeSet<LocalDate> held = TreeRangeSet.create();
        LocalDate to = date(metadata.effectiveAt(), metadata);
        for (SuspensionHold hold : holds) {
            LocalDate from = date(start(hold, contract), metadata);
            if (hold.policy().extendsTerm() && from.isBefore(to)) {
                held.add(Range.closedOpen(from, to));
            }
        }
        held.removeAll(rangeSet(contract.snapshot().term().extensions()));
        return held;
    }

    private static Instant start(SuspensionHold hold, Contract contract) {
        Optional<Instant> activatedAt = contract.activatedAt();
        return activatedAt.filter(hold.placedAt()::isBefore).orElse(hold.placedAt());
    }

    private static LocalDate date(Instant at, CommandMetadata metadata) {
        return LocalDate.ofInstant(at, metadata.zone());
    }

    private static RangeSet<LocalDate> rangeSet(List<DayRange> days) {
        RangeSet<LocalDate> set = TreeRangeSet.create();
        days.forEach(range -> set.add(Range.closedOpen(range.from(), range.to())));
        return set;
    }

    private static List<DayRange> ranges(RangeSet<LocalDate> set) {
        return set.asRanges().stream()
                .map(range -> new DayRange(range.lowerEndpoint(), range.upperEndpoint()))
                .toList();
    }
}
