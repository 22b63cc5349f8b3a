package io.silverdata.contract.report;

import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The holds of one contract with their levels, as known after some of its events. For one thread. */
final class HoldHistory {
    private final List<Held> holds = new ArrayList<>();

    /** A hold, how strict it was when, and when it was lifted, if it was. */
    static final class Held {
        final SuspensionHold hold;
        final Timeline<Enforcement> levels = new Timeline<>();

        private @Nullable Lift lift;

        private Held(SuspensionHold hold, long version) {
            this.hold = hold;
            levels.set(new Moment(hold.placedAt(), version), hold.enforcement());
        }

        Instant placedAt() {
            return hold.placedAt();
        }

        Optional<Instant> liftedAt() {
            return lift == null ? Optional.empty() : Optional.of(lift.at());
        }

        boolean standsAt(Instant instant) {
            return !placedAt().isAfter(instant)
                    && liftedAt().filter(lifted -> !lifted.isAfter(instant)).isEmpty();
        }

        /** What the hold does after all that takes effect at an instant. */
        private Enforcement after(Instant instant) {
            return standsAt(instant) ? levels.at(instant) : Enforcement.NONE;
        }

        /** What the hold did just before an instant. */
        private Enforcement before(Instant instant) {
            boolean stood = placedAt().isBefore(instant)
                    && liftedAt().filter(lifted -> lifted.isBefore(instant)).isEmpty();
            return stood ? levels.before(new Moment(instant, 0)) : Enforcement.NONE;
        }

        /** The version of the event by which the hold no longer does at an instant what it did before. */
        private long endedBy(Instant instant) {
            @Nullable Lift last = lift;
            return last != null && last.at().equals(instant)
                    ? last.version()
                    : levels.moments().stream()
                            .filter(moment -> moment.at().equals(instant))
                            .mapToLong(Moment::version)
                            .max()
                            .orElseThrow();
        }
    }

    private record Lift(Instant at, long version) {}

    /** Time for which a level lasted; without an end if it still lasts, or if the contract ended under it. */
    record Run(Instant from, Optional<Instant> to) {}

    /**
     * The end of a time without service.
     *
     * @param from since when the service had been cut
     * @param at when it came back, and the event by which it did
     * @param last of the holds that cut it then, one that counts as a reconnection if there is one
     */
    record Reconnection(Instant from, Moment at, SuspensionHold last) {
        boolean counts() {
            return last.policy().countsAsReconnection();
        }
    }

    void place(SuspensionHold hold, long version) {
        holds.add(new Held(hold, version));
    }

    /** A hold that was over before it was recorded. */
    void record(SuspensionHold hold, Instant end, long version) {
        Held held = new Held(hold, version);
        held.lift = new Lift(end, version);
        holds.add(held);
    }

    void change(SuspensionReason reason, Enforcement level, Moment moment) {
        for (Held held : of(reason)) {
            if (held.lift == null) {
                Instant at = moment.at().isBefore(held.placedAt()) ? held.placedAt() : moment.at();
                held.levels.set(new Moment(at, moment.version()), level);
            }
        }
    }

    /**
     * Lifts a hold. That nothing holds the service for this reason any more is right for what was recorded before, too: a
     * hold of the reason that was said to have lasted beyond this lift ended with it. What begins after the lift stays.
     *
     * @param version of the event that reports tell it by
     */
    void lift(SuspensionHold hold, Instant at, long version) {
        Lift lift = new Lift(at, version);
        for (Held held : of(hold.reason())) {
            boolean isMeant = held.lift == null && held.placedAt().equals(hold.placedAt());
            boolean wasSaidToLast = held.lift != null
                    && held.placedAt().isBefore(at)
                    && held.lift.at().isAfter(at);
            if (isMeant || wasSaidToLast) {
                held.lift = lift;
            }
        }
    }

    List<Held> all() {
        return holds;
    }

    /** The holds for each reason. */
    Collection<List<Held>> byReason() {
        Map<String, List<Held>> byReason = new LinkedHashMap<>();
        holds.forEach(held -> byReason.computeIfAbsent(held.hold.reason().code(), first -> new ArrayList<>())
                .add(held));
        return byReason.values();
    }

    /**
     * When the strictest of some holds was at a level that is asked for, while the contract was live. Times of the same that
     * follow each other without a gap are one.
     *
     * @param end when the contract ended, if it did; a hold that is lifted at that instant was lifted before
     */
    static List<Run> runs(
            Collection<Held> holds, Predicate<Enforcement> asked, Instant activated, Optional<Instant> end) {
        List<Run> runs = new ArrayList<>();
        @Nullable Instant since = null;
        for (Instant instant : changes(holds, activated, end)) {
            boolean lasts = asked.test(strictest(holds, instant));
            if (lasts && since == null && !end.equals(Optional.of(instant))) {
                since = instant;
            } else if (!lasts && since != null) {
                runs.add(new Run(since, Optional.of(instant)));
                since = null;
            }
        }
        if (since != null) {
            runs.add(new Run(since, Optional.empty()));
        }
        return runs;
    }

    /** When the service had been cut, by whatever hold, and came back. */
    List<Reconnection> reconnections(Instant activated, Optional<Instant> end) {
        return runs(holds, Enforcement::cutsService, activated, end).stream()
                .flatMap(run -> run.to().stream().map(at -> reconnection(run.from(), at)))
                .toList();
    }

    private Reconnection reconnection(Instant from, Instant at) {
        @Nullable Held last = null;
        for (Held held : holds) {
            boolean ended = held.before(at).cutsService() && !held.after(at).cutsService();
            if (ended && (last == null || isLater(held, last, at))) {
                last = held;
            }
        }
        Held decisive = Optional.ofNullable(last).orElseThrow();
        return new Reconnection(from, new Moment(at, decisive.endedBy(at)), decisive.hold);
    }

    private static boolean isLater(Held held, Held last, Instant at) {
        boolean counts = held.hold.policy().countsAsReconnection();
        return counts == last.hold.policy().countsAsReconnection() ? held.endedBy(at) > last.endedBy(at) : counts;
    }

    private static Enforcement strictest(Collection<Held> holds, Instant instant) {
        Enforcement strictest = Enforcement.NONE;
        for (Held held : holds) {
            strictest = strictest.strictest(held.after(instant));
        }
        return strictest;
    }

    /** When something may have changed, from the activation to the end, both included. */
    private static Collection<Instant> changes(Collection<Held> holds, Instant activated, Optional<Instant> end) {
        TreeSet<Instant> changes = new TreeSet<>();
        changes.add(activated);
        for (Held held : holds) {
            held.levels.moments().forEach(moment -> changes.add(moment.at()));
            held.liftedAt().ifPresent(changes::add);
        }
        return changes.subSet(activated, true, end.orElse(Instant.MAX), true);
    }

    private List<Held> of(SuspensionReason reason) {
        return holds.stream()
                .filter(held -> held.hold.reason().code().equals(reason.code()))
                .toList();
    }
}
