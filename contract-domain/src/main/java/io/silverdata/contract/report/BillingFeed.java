package io.silverdata.contract.report;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is owed for which days, folded from the events of a contract. Days are those of the operator's zone; what counts for a
 * day is what is true at its end, so that a hold of some hours within one day costs nothing and gives nothing. Of several
 * holds on a day the one under which the least is owed decides.
 *
 * <p>What was recorded later is right from the day on which it takes effect, also over what was recorded before of later
 * days: so the last segment always says what the contract says now.
 */
public final class BillingFeed {
    private final ReportSettings settings;

    /** A feed for an operator's zone and rules. */
    public BillingFeed(ReportSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * What is owed for which days, as known after the last of these events.
     *
     * @param history the events of one contract from the first on, in order of version
     * @return in order of days, without gap or overlap from the start of the service to the cancellation
     * @throws IllegalArgumentException if the events are no such history
     */
    public List<Segment> segments(List<RecordedEvent> history) {
        Issuing issuing = new Issuing(history.isEmpty() ? empty() : history.get(0));
        history.subList(1, history.size()).forEach(issuing::apply);
        return List.copyOf(issuing.issued);
    }

    /** The same, cut to some days. */
    public List<Segment> segments(List<RecordedEvent> history, DayRange days) {
        return segments(history).stream()
                .flatMap(segment -> segment.within(days).stream())
                .toList();
    }

    /**
     * What each event changed for billing; events that changed nothing are left out.
     *
     * @param history the events of one contract from the first on, in order of version
     * @param after the version of the contract that the reader has seen, 0 if none
     * @return in order of version
     * @throws IllegalArgumentException if the events are no such history
     */
    public List<Revision> revisions(List<RecordedEvent> history, long after) {
        Issuing issuing = new Issuing(history.isEmpty() ? empty() : history.get(0));
        List<Revision> revisions = new ArrayList<>();
        for (RecordedEvent event : history.subList(1, history.size())) {
            Optional<Revision> revision = issuing.apply(event);
            if (event.version() > after) {
                revision.ifPresent(revisions::add);
            }
        }
        return List.copyOf(revisions);
    }

    private static RecordedEvent empty() {
        throw new IllegalArgumentException("history must begin with ContractDrafted, was empty");
    }

    /** The segments of a contract, issued anew from the first that an event changes. */
    private final class Issuing {
        private final ContractProjection projection;
        private List<Segment> issued = List.of();

        Issuing(RecordedEvent first) {
            projection = ContractProjection.begin(first, settings);
        }

        Optional<Revision> apply(RecordedEvent event) {
            Optional<OneOff> oneOff = projection.apply(event);
            List<Segment> now = owed(projection);
            int kept = 0;
            while (kept < now.size() && kept < issued.size() && saysTheSame(issued.get(kept), now.get(kept))) {
                kept++;
            }
            if (kept == now.size() && kept == issued.size()) {
                return oneOff.map(fact -> new Revision(
                        projection.id, event.version(), event.recordedAt(), Optional.empty(), List.of(), oneOff));
            }
            LocalDate from = first(now, issued, kept);
            List<Segment> anew = now.subList(kept, now.size());
            List<Segment> all = new ArrayList<>(issued.subList(0, kept));
            all.addAll(anew);
            issued = all;
            return Optional.of(
                    new Revision(projection.id, event.version(), event.recordedAt(), Optional.of(from), anew, oneOff));
        }

        private LocalDate first(List<Segment> now, List<Segment> before, int place) {
            if (place == before.size()) {
                return now.get(place).from();
            }
            LocalDate was = before.get(place).from();
            return place == now.size() || was.isBefore(now.get(place).from())
                    ? was
                    : now.get(place).from();
        }
    }

    private List<Segment> owed(ContractProjection projection) {
        Optional<Instant> begun = switch (settings.serviceStart()) {
            case IN_SERVICE -> projection.servedAt();
            case ACTIVATED -> projection.contract.activatedAt();
        };
        if (begun.isEmpty()) {
            return List.of();
        }
        LocalDate start =
                projection.day(begun.get()).plusDays(settings.dayRule().daysAfterStart());
        Optional<LocalDate> end = projection
                .cancellationDay()
                .map(day -> day.plusDays(settings.dayRule().daysAfterEnd()));
        if (end.filter(last -> !start.isBefore(last)).isPresent()) {
            return List.of();
        }
        List<LocalDate> cuts = new ArrayList<>(cuts(projection, start, end.orElse(LocalDate.MAX)));
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            Optional<LocalDate> to = i + 1 < cuts.size() ? Optional.of(cuts.get(i + 1)) : end;
            append(segments, segment(projection, cuts.get(i), to));
        }
        return segments;
    }

    /** The days on which something may change, the first day included. */
    private static Set<LocalDate> cuts(ContractProjection projection, LocalDate start, LocalDate end) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        projection.holders.changes(start, end).forEach(cuts::add);
        projection.plans.changes(start, end).forEach(cuts::add);
        for (ContractProjection.Held held : projection.holds) {
            cuts.add(projection.day(held.hold.placedAt()));
            if (held.liftedAt != null) {
                cuts.add(projection.day(held.liftedAt));
            }
        }
        cuts.add(start);
        return new TreeSet<>(cuts.subSet(start, end));
    }

    private static Segment segment(ContractProjection projection, LocalDate from, Optional<LocalDate> to) {
        PlanSnapshot plan = projection.plans.at(from);
        Optional<SuspensionHold> hold = decisive(projection, from);
        return new Segment(
                projection.id,
                projection.contract.version(),
                from,
                to,
                projection.holders.at(from),
                plan.id(),
                plan.version(),
                plan.price().amount(),
                plan.price().cycle(),
                hold.map(held -> held.policy().billability()).orElse(Billability.FULL),
                hold.map(held -> held.reason().code()).orElse(Segment.ACTIVE));
    }

    private static Optional<SuspensionHold> decisive(ContractProjection projection, LocalDate day) {
        @Nullable SuspensionHold min = null;
        for (ContractProjection.Held held : projection.holds) {
            boolean lasts = !projection.day(held.hold.placedAt()).isAfter(day)
                    && (held.liftedAt == null || projection.day(held.liftedAt).isAfter(day));
            if (lasts
                    && (min == null
                            || held.hold
                                            .policy()
                                            .billability()
                                            .compareTo(min.policy().billability())
                                    < 0)) {
                min = held.hold;
            }
        }
        return Optional.ofNullable(min);
    }

    private static void append(List<Segment> segments, Segment next) {
        if (!segments.isEmpty()) {
            Segment last = segments.get(segments.size() - 1);
            if (saysTheSame(last.with(last.version(), next.from(), next.to()), next)) {
                segments.set(segments.size() - 1, next.with(next.version(), last.from(), next.to()));
                return;
            }
        }
        segments.add(next);
    }

    private static boolean saysTheSame(Segment issued, Segment now) {
        return issued.with(now.version(), issued.from(), issued.to()).equals(now);
    }
}
