package io.silverdata.contract.report;

import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AppliedDiscount;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingAnchor;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is owed for which days, folded from the events of a contract. Days are those of the operator's zone; what counts for a
 * day is what is true at its end, so that a hold of some hours within one day costs nothing and gives nothing. Of several
 * holds on a day the one under which the least is owed decides. An add-on has segments of its own beside those of the plan, on the days on
 * which the holder has it and the plan is owed: at its own price for its own cycle, counted from its first day on the billing day of the contract,
 * and held by its own rule.
 *
 * <p>What was recorded later is right from the day on which it takes effect, also over what was recorded before of later
 * days: so the last segment always says what the contract says now.
 */
public final class BillingFeed {
    private static final Comparator<Segment> ORDER = Comparator.comparing(Segment::from)
            .thenComparing(segment -> segment.addOn().map(AddOnId::value).orElse(""));

    private final ReportSettings settings;

    /** A feed for an operator's zone and rules. */
    public BillingFeed(ReportSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * What is owed for which days, as known after the last of these events.
     *
     * @param history the events of one contract from the first on, in order of version
     * @return in order of their first days, of one day the plan before the add-ons in the order of their keys; those of the plan without gap or
     *     overlap from the start of the service to the cancellation
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
     * What may be charged once, as known after the last of these events.
     *
     * @param history the events of one contract from the first on, in order of version
     * @return in the order in which it happened
     * @throws IllegalArgumentException if the events are no such history
     */
    public List<OneOff> oneOffs(List<RecordedEvent> history) {
        Issuing issuing = new Issuing(history.isEmpty() ? empty() : history.get(0));
        history.subList(1, history.size()).forEach(issuing::apply);
        return issuing.facts;
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

    /** The segments and facts of a contract; segments are issued anew from the first that an event changes. */
    private final class Issuing {
        private final ContractProjection projection;
        private List<Segment> issued = List.of();
        private List<OneOff> facts = List.of();

        Issuing(RecordedEvent first) {
            projection = ContractProjection.begin(first, settings);
        }

        Optional<Revision> apply(RecordedEvent event) {
            if (!projection.apply(event)) {
                return Optional.empty();
            }
            List<OneOff> before = facts;
            facts = known(OneOffFold.of(projection), before, event.version());
            List<OneOff> told =
                    facts.stream().filter(fact -> !before.contains(fact)).toList();
            List<String> voided = before.stream()
                    .filter(fact -> !facts.contains(fact))
                    .map(OneOff::id)
                    .toList();
            List<Segment> now = owed(projection);
            int kept = 0;
            while (kept < now.size() && kept < issued.size() && saysTheSame(issued.get(kept), now.get(kept))) {
                kept++;
            }
            if (kept == now.size() && kept == issued.size()) {
                return told.isEmpty() && voided.isEmpty()
                        ? Optional.empty()
                        : Optional.of(revision(event, Optional.empty(), List.of(), told, voided));
            }
            LocalDate from = first(now, issued, kept);
            // Readers drop all segments that begin on that day or later, so those are issued again.
            while (kept > 0 && !issued.get(kept - 1).from().isBefore(from)) {
                kept--;
            }
            List<Segment> anew = now.subList(kept, now.size());
            List<Segment> all = new ArrayList<>(issued.subList(0, kept));
            all.addAll(anew);
            issued = all;
            return Optional.of(revision(event, Optional.of(from), anew, told, voided));
        }

        private Revision revision(
                RecordedEvent event,
                Optional<LocalDate> from,
                List<Segment> anew,
                List<OneOff> told,
                List<String> voided) {
            return new Revision(projection.id, event.version(), event.recordedAt(), from, anew, told, voided);
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

    /** A fact that was told as it is keeps its id; any other is told by this event. */
    private static List<OneOff> known(List<OneOff> now, List<OneOff> before, long version) {
        return now.stream()
                .map(fact -> before.stream()
                        .filter(told -> told.knownSince(told.version()).equals(fact))
                        .findFirst()
                        .orElseGet(() -> fact.knownSince(version)))
                .toList();
    }

    private List<Segment> owed(ContractProjection projection) {
        Optional<LocalDate> begun = firstDay(projection);
        if (begun.isEmpty()) {
            return List.of();
        }
        LocalDate start = begun.get();
        Optional<LocalDate> end = projection
                .cancellationDay()
                .map(day -> day.plusDays(settings.dayRule().daysAfterEnd()));
        if (end.filter(last -> !start.isBefore(last)).isPresent()) {
            return List.of();
        }
        List<LocalDate> cuts = new ArrayList<>(cuts(projection, start, end.orElse(LocalDate.MAX)));
        DailyTerms terms = new DailyTerms(projection);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            Optional<LocalDate> to = i + 1 < cuts.size() ? Optional.of(cuts.get(i + 1)) : end;
            append(segments, terms.segment(cuts.get(i), to));
        }
        if (!projection.addOns.all().isEmpty()) {
            segments.addAll(ofAddOns(projection, terms, cuts, end));
            segments.sort(ORDER);
        }
        return segments;
    }

    private static List<Segment> ofAddOns(
            ContractProjection projection, DailyTerms terms, List<LocalDate> cuts, Optional<LocalDate> end) {
        List<Segment> all = new ArrayList<>();
        projection.addOns.all().values().forEach(timeline -> {
            Timeline.Days<Optional<AddOnHistory.Had>> days = timeline.days(projection::day);
            List<Segment> segments = new ArrayList<>();
            for (int i = 0; i < cuts.size(); i++) {
                LocalDate from = cuts.get(i);
                Optional<LocalDate> to = i + 1 < cuts.size() ? Optional.of(cuts.get(i + 1)) : end;
                days.at(from).ifPresent(had -> append(segments, terms.addOn(had, from, to)));
            }
            all.addAll(segments);
        });
        return all;
    }

    /** The first day that is owed. Of an adopted contract, the host has said which it is. */
    private Optional<LocalDate> firstDay(ContractProjection projection) {
        ContractEvent.@Nullable ContractAdopted adoption = projection.adoption;
        if (adoption != null) {
            return Optional.of(adoption.billedFrom());
        }
        Optional<Instant> begun = switch (settings.serviceStart()) {
            case IN_SERVICE -> projection.servedAt();
            case ACTIVATED -> projection.contract.activatedAt();
        };
        return begun.map(at -> projection.day(at).plusDays(settings.dayRule().daysAfterStart()));
    }

    /** The days on which something may change, the first day included. */
    private static Set<LocalDate> cuts(ContractProjection projection, LocalDate start, LocalDate end) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        projection.holders.moments().forEach(moment -> cuts.add(projection.day(moment.at())));
        projection.plans.moments().forEach(moment -> cuts.add(projection.day(moment.at())));
        projection
                .contract
                .snapshot()
                .agreement()
                .billingDayChanges()
                .forEach(change -> cuts.add(projection.day(change.at())));
        for (Discount discount : projection.contract.discounts()) {
            cuts.add(discount.from());
            discount.to().ifPresent(cuts::add);
        }
        for (HoldHistory.Held held : projection.holds.all()) {
            held.levels.moments().forEach(moment -> cuts.add(projection.day(moment.at())));
            held.liftedAt().ifPresent(lifted -> cuts.add(projection.day(lifted)));
        }
        projection.addOns.all().values().stream()
                .flatMap(timeline -> timeline.moments().stream())
                .forEach(moment -> cuts.add(projection.day(moment.at())));
        cuts.add(start);
        return new TreeSet<>(cuts.subSet(start, end));
    }

    /** How much is owed under a hold; of equal ones the one counts that was placed first. */
    private record Owed(SuspensionHold hold, Billability share) {
        static final Comparator<Owed> ORDER = Comparator.comparing(Owed::share)
                .thenComparing(owed -> owed.hold().placedAt());
    }

    /** A hold with its levels at the ends of days. */
    private record HeldDays(
            SuspensionHold hold, LocalDate from, Optional<LocalDate> to, Timeline.Days<Enforcement> levels) {
        static HeldDays of(HoldHistory.Held held, ContractProjection projection) {
            return new HeldDays(
                    held.hold,
                    projection.day(held.placedAt()),
                    held.liftedAt().map(projection::day),
                    held.levels.days(projection::day));
        }

        boolean lastsAtEndOf(LocalDate day) {
            return !from.isAfter(day) && to.filter(end -> !end.isAfter(day)).isEmpty();
        }

        Owed owed(LocalDate day) {
            return new Owed(hold, hold.policy().billability().at(levels.at(day)));
        }
    }

    /** What is owed at the ends of days. */
    private static final class DailyTerms {
        private final ContractProjection projection;
        private final Timeline.Days<CustomerId> holders;
        private final Timeline.Days<PlanSnapshot> plans;
        private final List<HeldDays> holds = new ArrayList<>();

        DailyTerms(ContractProjection projection) {
            this.projection = projection;
            projection.holds.all().forEach(held -> holds.add(HeldDays.of(held, projection)));
            holders = projection.holders.days(projection::day);
            plans = projection.plans.days(projection::day);
        }

        Segment segment(LocalDate from, Optional<LocalDate> to) {
            PlanSnapshot plan = plans.at(from);
            Optional<Owed> hold = decisive(from);
            return new Segment(
                    projection.id,
                    projection.contract.version(),
                    from,
                    to,
                    holders.at(from),
                    plan.id(),
                    plan.version(),
                    plan.price().amount(),
                    plan.price().cycle(),
                    projection.contract.billingAnchor(from, projection.settings.zone()),
                    hold.map(Owed::share).orElse(Billability.FULL),
                    hold.map(owed -> owed.hold().reason().code()).orElse(Segment.ACTIVE),
                    Optional.empty(),
                    AppliedDiscount.of(plan.price(), projection.contract.discounts(), from));
        }

        Segment addOn(AddOnHistory.Had had, LocalDate from, Optional<LocalDate> to) {
            PlanSnapshot plan = plans.at(from);
            PlanSnapshot.Price price = had.addOn().price();
            Optional<Owed> hold = switch (had.addOn().suspension().charge()) {
                case FULL -> Optional.empty();
                case AS_PLAN -> decisive(from);
                case NONE -> cutting(from);
            };
            return new Segment(
                    projection.id,
                    projection.contract.version(),
                    from,
                    to,
                    holders.at(from),
                    plan.id(),
                    plan.version(),
                    price.amount(),
                    price.cycle(),
                    new BillingAnchor(
                            firstDay(had),
                            projection
                                    .contract
                                    .billingAnchor(from, projection.settings.zone())
                                    .billingDay()),
                    hold.map(Owed::share).orElse(Billability.FULL),
                    hold.map(owed -> owed.hold().reason().code()).orElse(Segment.ACTIVE),
                    Optional.of(had.addOn().id()),
                    List.of());
        }

        /** What was agreed with a draft begins with the service. */
        private LocalDate firstDay(AddOnHistory.Had had) {
            Instant activated = projection.contract.activatedAt().orElse(had.startsAt());
            return projection.day(had.startsAt().isBefore(activated) ? activated : had.startsAt());
        }

        private Optional<Owed> decisive(LocalDate day) {
            return holds.stream()
                    .filter(held -> held.lastsAtEndOf(day))
                    .map(held -> held.owed(day))
                    .min(Owed.ORDER);
        }

        /** Nothing is owed under the first of the holds that cut the service. */
        private Optional<Owed> cutting(LocalDate day) {
            return holds.stream()
                    .filter(held ->
                            held.lastsAtEndOf(day) && held.levels().at(day).cutsService())
                    .map(held -> new Owed(held.hold(), Billability.NONE))
                    .min(Owed.ORDER);
        }
    }

    private static void append(List<Segment> segments, Segment next) {
        if (!segments.isEmpty()) {
            Segment last = segments.get(segments.size() - 1);
            boolean follows = last.to().equals(Optional.of(next.from()));
            if (follows && saysTheSame(last.with(last.version(), next.from(), next.to()), next)) {
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
