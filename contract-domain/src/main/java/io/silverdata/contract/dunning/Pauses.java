package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pauses of a contract beside one that is asked for: those that are over, that last, and that are scheduled. */
final class Pauses {
    private static final int YEAR = 365;

    private final List<Pause> pauses;

    /**
     * One pause, in days of the operator's zone.
     *
     * @param end the day on which it ended or will end; {@link LocalDate#MAX} if nobody knows
     */
    private record Pause(LocalDate start, LocalDate end) {}

    private Pauses(List<Pause> pauses) {
        this.pauses = pauses;
    }

    static Pauses beside(
            Instant start,
            Optional<Instant> until,
            Contract contract,
            List<RecordedEvent> history,
            Instant now,
            ZoneId zone) {
        List<Pause> pauses = new ArrayList<>();
        history.forEach(recorded -> over(recorded).ifPresent(hold -> {
            if (hold.until().filter(hold.placedAt()::isBefore).isPresent()) {
                pauses.add(pause(hold.placedAt(), hold.until(), zone));
            }
        }));
        contract.holds().stream()
                .filter(hold -> isPause(hold.reason()))
                .forEach(hold -> pauses.add(pause(hold.placedAt(), hold.until(), zone)));
        contract.scheduled(CommandKind.SUSPEND)
                .filter(waiting -> !isReplaced(waiting, start, until, now))
                .flatMap(waiting -> scheduled(waiting, zone))
                .ifPresent(pauses::add);
        return new Pauses(pauses);
    }

    /** How many of these begin, at most, within 365 days in which a pause begins on that day too. */
    int mostInAYearWith(LocalDate start) {
        int most = 0;
        List<LocalDate> starts =
                new ArrayList<>(pauses.stream().map(Pause::start).toList());
        starts.add(start);
        for (LocalDate first : starts) {
            LocalDate after = first.plusDays(YEAR);
            if (!first.isAfter(start) && start.isBefore(after)) {
                most = Math.max(most, (int) pauses.stream()
                        .filter(pause -> !pause.start.isBefore(first) && pause.start.isBefore(after))
                        .count());
            }
        }
        return most;
    }

    /** The last day of the pauses that begin on that day or before. */
    Optional<LocalDate> endBefore(LocalDate day) {
        return pauses.stream()
                .filter(pause -> !pause.start.isAfter(day))
                .map(Pause::end)
                .max(Comparator.naturalOrder());
    }

    /** The first day of the pauses that begin after that day. */
    Optional<LocalDate> startAfter(LocalDate day) {
        return pauses.stream().map(Pause::start).filter(day::isBefore).min(Comparator.naturalOrder());
    }

    /** A pause that is over, with the end that it had. */
    private static Optional<SuspensionHold> over(RecordedEvent recorded) {
        if (recorded.event() instanceof ContractEvent.HoldRecorded past
                && isPause(past.hold().reason())) {
            return Optional.of(past.hold());
        }
        return recorded.event() instanceof ContractEvent.HoldLifted lifted
                        && isPause(lifted.hold().reason())
                ? Optional.of(new SuspensionHold(
                        lifted.hold().policy(),
                        lifted.hold().enforcement(),
                        lifted.hold().placedAt(),
                        Optional.of(recorded.effectiveAt())))
                : Optional.empty();
    }

    /** A pause that is scheduled takes the place of one that waits; so does one that begins now and outlasts its begin. */
    private static boolean isReplaced(ScheduledChange waiting, Instant start, Optional<Instant> until, Instant now) {
        return start.isAfter(now)
                || until.filter(end -> !end.isAfter(waiting.at())).isEmpty();
    }

    private static Optional<Pause> scheduled(ScheduledChange waiting, ZoneId zone) {
        return Optional.of(waiting.command())
                .filter(Command.Suspend.class::isInstance)
                .map(Command.Suspend.class::cast)
                .filter(suspend -> isPause(suspend.policy().reason()))
                .map(suspend -> pause(waiting.at(), suspend.until(), zone));
    }

    private static Pause pause(Instant start, Optional<Instant> end, ZoneId zone) {
        return new Pause(
                LocalDate.ofInstant(start, zone),
                end.map(time -> LocalDate.ofInstant(time, zone)).orElse(LocalDate.MAX.minusYears(1)));
    }

    private static boolean isPause(SuspensionReason reason) {
        return reason.category() == SuspensionReason.Category.CUSTOMER_REQUEST;
    }
}
