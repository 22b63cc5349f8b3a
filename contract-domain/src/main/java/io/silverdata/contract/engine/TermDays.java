package io.silverdata.contract.engine;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How holds extend the minimum term: by each day that any of them lasted. A day counts once, however many holds cover it
 * and in whatever order they are lifted, because the term remembers which days it was extended by.
 */
final class TermDays {

    private TermDays() {}

    /** The days by which lifting a hold extends the term. */
    static List<DayRange> addedByLifting(SuspensionHold lifted, Contract contract, CommandMetadata metadata) {
        return lifted.policy().extendsTerm() && contract.termEndsOn().isPresent()
                ? newDays(List.of(lifted), contract, metadata)
                : List.of();
    }

    /** The days by which a hold that is over extends the term. */
    static List<DayRange> addedByRecording(SuspensionHold past, Contract contract, CommandMetadata metadata) {
        return contract.termEndsOn().isPresent()
                ? newDays(List.of(past), contract, date(past.until().orElseThrow(), metadata), metadata)
                : List.of();
    }

    /** The days by which the holds that are left extend the term when the contract ends. */
    static List<DayRange> addedByEnding(Contract contract, CommandMetadata metadata) {
        return contract.termEndsOn().isPresent() ? newDays(contract.holds(), contract, metadata) : List.of();
    }

    /** The days left if the contract ends: as if its holds were lifted then. */
    static int remaining(Contract contract, CommandMetadata metadata) {
        Optional<LocalDate> end = contract.snapshot()
                .term()
                .extendedBy(newDays(contract.holds(), contract, metadata))
                .endsOn();
        long left = end.map(day -> ChronoUnit.DAYS.between(date(metadata.effectiveAt(), metadata), day))
                .orElse(0L);
        return Math.toIntExact(Math.max(0, left));
    }

    private static List<DayRange> newDays(List<SuspensionHold> holds, Contract contract, CommandMetadata metadata) {
        return newDays(holds, contract, date(metadata.effectiveAt(), metadata), metadata);
    }

    private static List<DayRange> newDays(
            List<SuspensionHold> holds, Contract contract, LocalDate to, CommandMetadata metadata) {
        RangeSet<LocalDate> held = TreeRangeSet.create();
        for (SuspensionHold hold : holds) {
            LocalDate from = firstDay(hold, contract, metadata);
            if (hold.policy().extendsTerm() && from.isBefore(to)) {
                held.add(Range.closedOpen(from, to));
            }
        }
        contract.snapshot().term().extensions().forEach(days -> held.remove(Range.closedOpen(days.from(), days.to())));
        return held.asRanges().stream()
                .map(days -> new DayRange(days.lowerEndpoint(), days.upperEndpoint()))
                .toList();
    }

    private static LocalDate firstDay(SuspensionHold hold, Contract contract, CommandMetadata metadata) {
        LocalDate held = date(start(hold, contract), metadata);
        return contract.snapshot().term().startsOn().filter(held::isBefore).orElse(held);
    }

    /** What an adopted contract was held before its adoption is in the term that it brought along. */
    private static Instant start(SuspensionHold hold, Contract contract) {
        return contract.activatedAt()
                .map(activated -> contract.earliestEffect())
                .filter(hold.placedAt()::isBefore)
                .orElse(hold.placedAt());
    }

    private static LocalDate date(Instant at, CommandMetadata metadata) {
        return LocalDate.ofInstant(at, metadata.zone());
    }
}
