package io.silverdata.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingAnchor;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.testkit.Choices;
import io.silverdata.contract.testkit.RandomLives;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** Laws of the billing feed, for lives that chance made through the real aggregate. */
class BillingFeedProperties {
    private static final Set<Class<?>> PLAN_OR_PRICE =
            Set.of(ContractEvent.PlanChanged.class, ContractEvent.PriceAgreed.class);
    private static final Set<Class<?>> HOLDER = Set.of(ContractEvent.OwnershipTransferred.class);
    private static final int DAYS_LOOKED_AT = 400;

    @Property(tries = 150)
    void segments_follow_each_other_from_the_start_of_the_service_to_the_end(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            List<Segment> segments = ofPlan(new BillingFeed(settings).segments(history));
            Optional<LocalDate> start = start(history, settings);
            Optional<LocalDate> end = end(history, settings);

            boolean hasDays = start.isPresent()
                    && end.filter(last -> !start.get().isBefore(last)).isEmpty();
            assertThat(segments.isEmpty()).isEqualTo(!hasDays);
            if (hasDays) {
                assertThat(segments.get(0).from()).isEqualTo(start.get());
                assertThat(segments.get(segments.size() - 1).to()).isEqualTo(end);
                for (int i = 1; i < segments.size(); i++) {
                    assertThat(segments.get(i - 1).to())
                            .contains(segments.get(i).from());
                }
                end.ifPresent(last -> assertThat(segments.stream()
                                .mapToLong(segment -> ChronoUnit.DAYS.between(
                                        segment.from(), segment.to().orElseThrow()))
                                .sum())
                        .as("days")
                        .isEqualTo(ChronoUnit.DAYS.between(start.get(), last)));
            }
        }
    }

    /** The naive answer: replay what was said, day by day, and look what is true at the end of the day. */
    @Property(tries = 1_000)
    void each_day_is_billed_as_the_log_says_of_its_end(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 2)) {
            List<Segment> segments = ofPlan(new BillingFeed(settings).segments(history));
            for (Segment segment : segments) {
                LocalDate last = segment.to()
                        .orElse(segment.from().plusDays(DAYS_LOOKED_AT))
                        .minusDays(1);
                for (LocalDate day : List.of(segment.from(), last)) {
                    Instant end = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
                    PlanSnapshot plan = lastSaid(history, end, Contract::plan, PLAN_OR_PRICE);
                    assertThat(segment.holder())
                            .isEqualTo(this.<CustomerId>lastSaid(history, end, Contract::customer, HOLDER));
                    assertThat(segment.plan()).isEqualTo(plan.id());
                    assertThat(segment.price()).isEqualTo(plan.price().amount());
                    assertThat(segment.net().amount()).isEqualByComparingTo(netSaid(history, plan, day));
                    Optional<NaiveHolds.Standing> decisive = NaiveHolds.at(history, end).stream()
                            .min(Comparator.comparing(NaiveHolds.Standing::owed)
                                    .thenComparing(standing -> standing.hold().placedAt()));
                    assertThat(segment.billable())
                            .isEqualTo(decisive.map(NaiveHolds.Standing::owed).orElse(Billability.FULL));
                    assertThat(segment.cause())
                            .isEqualTo(decisive.map(
                                            standing -> standing.hold().reason().code())
                                    .orElse(Segment.ACTIVE));
                    assertThat(segment.period(day).from()).isBeforeOrEqualTo(day);
                }
            }
        }
    }

    @Property(tries = 150)
    void what_is_open_says_what_the_contract_says_now(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            Contract contract = Contract.replay(history);
            List<Segment> segments = ofPlan(new BillingFeed(settings).segments(history));
            if (!segments.isEmpty() && contract.status().isLive()) {
                Segment open = segments.get(segments.size() - 1);

                assertThat(open.to()).isEmpty();
                assertThat(open.holder()).isEqualTo(contract.customer());
                assertThat(open.price()).isEqualTo(contract.plan().price().amount());
                assertThat(open.cause().equals(Segment.ACTIVE))
                        .isEqualTo(contract.holds().isEmpty());
            }
        }
    }

    /** The walk: plans in the order in which they took effect; a new count begins where the length of the cycle changes. */
    @Property(tries = 1_000)
    void billing_periods_are_counted_from_the_last_change_of_their_length_in_feed_and_contract(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            Contract contract = Contract.replay(history);
            for (Segment segment : ofPlan(new BillingFeed(settings).segments(history))) {
                Instant end =
                        segment.from().plusDays(1).atStartOfDay(settings.zone()).toInstant();
                BillingCycle cycle =
                        Contract.replay(history.subList(0, 1)).plan().price().cycle();
                LocalDate anchor = adoption(history)
                        .flatMap(ContractEvent.ContractAdopted::billingAnchor)
                        .orElseGet(
                                () -> LocalDate.ofInstant(contract.activatedAt().orElseThrow(), settings.zone()));
                for (RecordedEvent change : inEffect(history, ContractEvent.PlanChanged.class)) {
                    BillingCycle next = ((ContractEvent.PlanChanged) change.event())
                            .to()
                            .price()
                            .cycle();
                    if (next != cycle && change.effectiveAt().isBefore(end)) {
                        anchor = LocalDate.ofInstant(change.effectiveAt(), settings.zone());
                    }
                    cycle = next;
                }

                int billingDay = Contract.replay(history.subList(0, 1)).billingDay();
                for (RecordedEvent change : inEffect(history, ContractEvent.BillingDayChanged.class)) {
                    if (change.effectiveAt().isBefore(end)) {
                        billingDay = ((ContractEvent.BillingDayChanged) change.event()).to();
                    }
                }

                assertThat(segment.anchor()).isEqualTo(new BillingAnchor(anchor, billingDay));
                assertThat(contract.billingAnchor(segment.from(), settings.zone()))
                        .isEqualTo(segment.anchor());
            }
        }
    }

    /** The naive answer: the days between start and end of each add-on, told by the events; what is said later is right from its time on. */
    @Property(tries = 500)
    void add_ons_are_billed_on_the_days_on_which_the_holder_has_them_by_their_own_rule(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 2)) {
            List<Segment> segments = new BillingFeed(settings).segments(history);
            List<NaiveAddOn> addOns = NaiveAddOn.of(history);
            Contract contract = Contract.replay(history);
            assertThat(segments)
                    .isSortedAccordingTo(Comparator.comparing(Segment::from)
                            .thenComparing(segment ->
                                    segment.addOn().map(AddOnId::value).orElse("")));
            assertThat(segments.stream().map(Segment::id)).doesNotHaveDuplicates();
            for (Segment any : segments) {
                LocalDate last =
                        any.to().orElse(any.from().plusDays(DAYS_LOOKED_AT)).minusDays(1);
                for (LocalDate day : List.of(any.from(), last)) {
                    Segment plan = ofPlan(segments).stream()
                            .filter(segment -> contains(segment, day))
                            .findFirst()
                            .orElseThrow();
                    Instant end = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
                    List<NaiveAddOn> there = addOns.stream()
                            .filter(addOn -> addOn.isThereJustBefore(end))
                            .toList();
                    List<Segment> told = segments.stream()
                            .filter(segment -> segment.addOn().isPresent() && contains(segment, day))
                            .toList();
                    assertThat(told.stream().map(segment -> segment.addOn().orElseThrow()))
                            .containsExactlyInAnyOrderElementsOf(there.stream()
                                    .map(addOn -> addOn.addOn.id())
                                    .toList());
                    for (Segment segment : told) {
                        check(segment, plan, there, NaiveHolds.at(history, end), contract, settings);
                    }
                }
            }
        }
    }

    private static void check(
            Segment segment,
            Segment plan,
            List<NaiveAddOn> there,
            List<NaiveHolds.Standing> holds,
            Contract contract,
            ReportSettings settings) {
        NaiveAddOn known = there.stream()
                .filter(one -> segment.addOn().equals(Optional.of(one.addOn.id())))
                .findFirst()
                .orElseThrow();
        AddOn addOn = known.addOn;
        boolean isCut = holds.stream().anyMatch(standing -> standing.level().cutsService());
        assertThat(segment.price()).isEqualTo(addOn.price().amount());
        assertThat(segment.cycle()).isEqualTo(addOn.price().cycle());
        assertThat(segment.holder()).isEqualTo(plan.holder());
        assertThat(segment.plan()).isEqualTo(plan.plan());
        assertThat(segment.anchor().billingDay()).isEqualTo(plan.anchor().billingDay());
        Instant activated = contract.activatedAt().orElseThrow();
        assertThat(segment.anchor().day())
                .isEqualTo(LocalDate.ofInstant(
                        known.start.isBefore(activated) ? activated : known.start, settings.zone()));
        switch (addOn.suspension().charge()) {
            case FULL -> assertThat(segment.billable()).isEqualTo(Billability.FULL);
            case AS_PLAN -> {
                assertThat(segment.billable()).isEqualTo(plan.billable());
                assertThat(segment.cause()).isEqualTo(plan.cause());
            }
            case NONE -> {
                assertThat(segment.billable()).isEqualTo(isCut ? Billability.NONE : Billability.FULL);
                assertThat(segment.cause().equals(Segment.ACTIVE)).isEqualTo(!isCut);
            }
        }
    }

    private static boolean contains(Segment segment, LocalDate day) {
        return !segment.from().isAfter(day)
                && segment.to().filter(end -> !end.isAfter(day)).isEmpty();
    }

    private static List<Segment> ofPlan(List<Segment> segments) {
        return segments.stream().filter(segment -> segment.addOn().isEmpty()).toList();
    }

    /** An add-on from its start up to its end, as far as events have told. */
    private static final class NaiveAddOn {
        final AddOn addOn;
        final Instant start;
        private Optional<Instant> end;

        private NaiveAddOn(AddOn addOn, Instant start, Optional<Instant> end) {
            this.addOn = addOn;
            this.start = start;
            this.end = end;
        }

        static List<NaiveAddOn> of(List<RecordedEvent> history) {
            List<NaiveAddOn> all = new ArrayList<>();
            for (RecordedEvent recorded : history) {
                if (recorded.event() instanceof ContractEvent.AddOnAdded added) {
                    of(added.addOn().id(), all).forEach(earlier -> earlier.endsBy(added.startsAt()));
                    all.add(new NaiveAddOn(added.addOn(), added.startsAt(), added.endsAt()));
                } else if (recorded.event() instanceof ContractEvent.AddOnEndChanged changed) {
                    last(changed.addOn(), all).end = changed.to();
                } else if (recorded.event() instanceof ContractEvent.AddOnRemoved removed) {
                    last(removed.addOn().id(), all).endsBy(recorded.effectiveAt());
                }
            }
            return all;
        }

        private static List<NaiveAddOn> of(AddOnId id, List<NaiveAddOn> all) {
            return all.stream().filter(one -> one.addOn.id().equals(id)).toList();
        }

        private static NaiveAddOn last(AddOnId id, List<NaiveAddOn> all) {
            List<NaiveAddOn> own = of(id, all);
            return own.get(own.size() - 1);
        }

        private void endsBy(Instant at) {
            if (end.filter(known -> !known.isAfter(at)).isEmpty()) {
                end = Optional.of(at);
            }
        }

        boolean isThereJustBefore(Instant time) {
            return start.isBefore(time)
                    && end.filter(over -> over.isBefore(time)).isEmpty();
        }
    }

    @Property(tries = 150)
    void who_follows_the_revisions_has_the_segments_however_often_they_are_read(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        BillingFeed feed = new BillingFeed(settings);
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            List<Segment> kept = new ArrayList<>();
            List<Revision> revisions = feed.revisions(history, 0);
            for (Revision revision : revisions) {
                apply(kept, revision);
                List<Segment> once = List.copyOf(kept);
                apply(kept, revision);

                assertThat(kept).isEqualTo(once);
                List<RecordedEvent> then = history.subList(0, (int) revision.version());
                assertThat(kept).isEqualTo(feed.segments(then));
                assertThat(revision.segments()).allMatch(segment -> segment.version() == revision.version());
            }
            assertThat(kept).isEqualTo(feed.segments(history));
            assertThat(revisions.stream()
                            .flatMap(revision -> revision.segments().stream())
                            .map(Segment::id))
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 1_000)
    void who_follows_the_revisions_has_the_facts_however_often_they_are_read(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        BillingFeed feed = new BillingFeed(settings);
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            Map<String, OneOff> kept = new LinkedHashMap<>();
            List<Revision> revisions = feed.revisions(history, 0);
            for (Revision revision : revisions) {
                assertThat(kept.keySet()).containsAll(revision.voided());
                revision.voided().forEach(kept::remove);
                revision.oneOffs().forEach(fact -> kept.put(fact.id(), fact));

                List<RecordedEvent> then = history.subList(0, (int) revision.version());
                assertThat(kept.values()).containsExactlyInAnyOrderElementsOf(feed.oneOffs(then));
            }
            assertThat(kept.values()).containsExactlyInAnyOrderElementsOf(feed.oneOffs(history));
            assertThat(revisions.stream()
                            .flatMap(revision -> revision.oneOffs().stream())
                            .map(OneOff::id))
                    .doesNotHaveDuplicates();
        }
    }

    /** The naive answer: of the changes that were recorded those are left that no earlier one replaced, and that change something. */
    @Property(tries = 1_000)
    void facts_are_those_that_are_left_and_name_the_plan_and_holder_of_their_day(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            Contract contract = Contract.replay(history);
            List<OneOff> facts = new BillingFeed(settings).oneOffs(history);

            assertThat(versions(facts, OneOff.Kind.PLAN_CHANGE))
                    .containsExactlyInAnyOrderElementsOf(
                            left(history, ContractEvent.PlanChanged.class, BillingFeedProperties::planAtNoPrice));
            assertThat(versions(facts, OneOff.Kind.RELOCATION)).containsExactlyInAnyOrderElementsOf(moves(history));
            for (OneOff fact : facts) {
                Instant end =
                        fact.day().plusDays(1).atStartOfDay(settings.zone()).toInstant();
                CustomerId holder = lastSaid(history, end, Contract::customer, HOLDER);
                assertThat(fact.holder().equals(holder) || changesOn(history, fact.day(), settings) > 0)
                        .as("%s names %s, the holder of its day", fact, holder)
                        .isTrue();
                contract.cancelledAt()
                        .ifPresent(cancelled -> assertThat(fact.day())
                                .isBeforeOrEqualTo(LocalDate.ofInstant(cancelled, settings.zone())));
                assertThat(fact.reason().isPresent())
                        .isEqualTo(fact.kind() == OneOff.Kind.RECONNECTION
                                || fact.kind() == OneOff.Kind.EARLY_TERMINATION);
            }
            assertThat(versions(facts, OneOff.Kind.EARLY_TERMINATION).isEmpty()
                            || contract.inServiceSince().isPresent())
                    .isTrue();
        }
    }

    /** At another amount it is no other plan. */
    private static PlanSnapshot planAtNoPrice(Contract contract) {
        PlanSnapshot.Price price = contract.plan().price();
        Money nothing = new Money(BigDecimal.ZERO, price.amount().currency());
        return contract.plan().at(new PlanSnapshot.Price(nothing, price.cycle()));
    }

    /** Share by share and amount by amount of those that are left, whatever their order, and never below zero. */
    private static BigDecimal netSaid(List<RecordedEvent> history, PlanSnapshot plan, LocalDate day) {
        Money price = plan.price().amount();
        BigDecimal net = price.amount();
        for (Discount discount : Contract.replay(history).discounts()) {
            boolean isOn = !discount.from().isAfter(day)
                    && !discount.to().orElse(LocalDate.MAX).minusDays(1).isBefore(day);
            if (isOn && discount.reduction() instanceof Discount.PercentOff share) {
                net = net.subtract(price.amount()
                        .multiply(BigDecimal.valueOf(share.basisPoints(), 4))
                        .setScale(6, RoundingMode.HALF_UP));
            } else if (isOn
                    && discount.reduction() instanceof Discount.AmountOff off
                    && off.amount().currency().equals(price.currency())
                    && off.cycle() == plan.price().cycle()) {
                net = net.subtract(off.amount().amount());
            }
        }
        return net.max(BigDecimal.ZERO);
    }

    private static List<Long> versions(List<OneOff> facts, OneOff.Kind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(OneOff::version)
                .toList();
    }

    /** A correction names the place anew at which the service was when it was recorded; it is no move. */
    private static List<Long> moves(List<RecordedEvent> history) {
        Optional<Instant> cancelled = Contract.replay(history).cancelledAt();
        List<Long> moves = new ArrayList<>();
        long place = 1;
        for (RecordedEvent move : inEffect(history, ContractEvent.Relocated.class)) {
            ServiceAddress after = addressAfter(history, move.version());
            if (!after.equals(namedLast(history, place, move.version()))
                    && cancelled.filter(move.effectiveAt()::isAfter).isEmpty()) {
                moves.add(move.version());
            }
            place = move.version();
        }
        return moves;
    }

    /** The address of a place, as it was corrected before a version while the service was there. */
    private static ServiceAddress namedLast(List<RecordedEvent> history, long place, long version) {
        ServiceAddress address = addressAfter(history, place);
        for (RecordedEvent event : history.subList((int) place, (int) version - 1)) {
            if (event.event() instanceof ContractEvent.Relocated) {
                return address;
            }
            if (event.event() instanceof ContractEvent.AddressCorrected corrected) {
                address = corrected.to();
            }
        }
        return address;
    }

    private static ServiceAddress addressAfter(List<RecordedEvent> history, long version) {
        return Contract.replay(history.subList(0, (int) version)).address();
    }

    private static <T> List<Long> left(List<RecordedEvent> history, Class<?> kind, Function<Contract, T> value) {
        Optional<Instant> cancelled = Contract.replay(history).cancelledAt();
        List<RecordedEvent> changes = inEffect(history, kind);
        List<Long> left = new ArrayList<>();
        T before = value.apply(Contract.replay(history.subList(0, 1)));
        for (RecordedEvent change : changes) {
            T after = value.apply(Contract.replay(history.subList(0, (int) change.version())));
            if (!after.equals(before)
                    && cancelled.filter(change.effectiveAt()::isAfter).isEmpty()) {
                left.add(change.version());
            }
            before = after;
        }
        return left;
    }

    /** Those that no change replaced that was recorded later and took effect earlier, in the order in which they took effect. */
    private static List<RecordedEvent> inEffect(List<RecordedEvent> history, Class<?> kind) {
        return history.stream()
                .filter(event -> kind.isInstance(event.event()))
                .filter(event -> history.stream()
                        .noneMatch(later -> kind.isInstance(later.event())
                                && later.version() > event.version()
                                && later.effectiveAt().isBefore(event.effectiveAt())))
                .sorted(Comparator.comparing(RecordedEvent::effectiveAt).thenComparingLong(RecordedEvent::version))
                .toList();
    }

    private static long changesOn(List<RecordedEvent> history, LocalDate day, ReportSettings settings) {
        return history.stream()
                .filter(event -> event.event() instanceof ContractEvent.OwnershipTransferred)
                .filter(event -> LocalDate.ofInstant(event.effectiveAt(), settings.zone())
                        .equals(day))
                .count();
    }

    @Property(tries = 200)
    void reading_on_gives_what_reading_at_once_gives(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        BillingFeed feed = new BillingFeed(settings);
        for (List<RecordedEvent> history : RandomLives.of(choices, 2)) {
            List<Revision> inParts = new ArrayList<>();
            for (int seen = 1; seen <= history.size(); seen++) {
                inParts.addAll(feed.revisions(history.subList(0, seen), seen - 1));
            }

            assertThat(inParts).isEqualTo(feed.revisions(history, 0));
        }
    }

    @Provide
    Arbitrary<ReportSettings> settings() {
        return Combinators.combine(
                        Arbitraries.of("America/Guayaquil", "Europe/Madrid", "Pacific/Auckland", "UTC"),
                        Arbitraries.of(ServiceStart.class),
                        Arbitraries.of(DayRule.class))
                .as((zone, start, rule) -> new ReportSettings(ZoneId.of(zone), start, rule));
    }

    private static void apply(List<Segment> kept, Revision revision) {
        revision.from().ifPresent(from -> {
            kept.removeIf(segment -> !segment.from().isBefore(from));
            kept.addAll(revision.segments());
        });
    }

    private static Optional<LocalDate> start(List<RecordedEvent> history, ReportSettings settings) {
        Optional<ContractEvent.ContractAdopted> adoption = adoption(history);
        if (adoption.isPresent()) {
            return adoption.map(ContractEvent.ContractAdopted::billedFrom);
        }
        Contract contract = Contract.replay(history);
        Optional<Instant> served = contract.inServiceSince()
                .filter(at -> contract.cancelledAt().filter(at::isAfter).isEmpty());
        return (settings.serviceStart() == ServiceStart.ACTIVATED ? contract.activatedAt() : served)
                .map(at -> LocalDate.ofInstant(at, settings.zone()))
                .map(day -> switch (settings.dayRule()) {
                    case FIRST_ONLY, BOTH -> day;
                    case LAST_ONLY, NEITHER -> day.plusDays(1);
                });
    }

    private static Optional<ContractEvent.ContractAdopted> adoption(List<RecordedEvent> history) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(ContractEvent.ContractAdopted.class::isInstance)
                .map(ContractEvent.ContractAdopted.class::cast)
                .findFirst();
    }

    private static Optional<LocalDate> end(List<RecordedEvent> history, ReportSettings settings) {
        return Contract.replay(history)
                .cancelledAt()
                .map(at -> LocalDate.ofInstant(at, settings.zone()))
                .map(day -> switch (settings.dayRule()) {
                    case FIRST_ONLY, NEITHER -> day;
                    case LAST_ONLY, BOTH -> day.plusDays(1);
                });
    }

    /** The value after the last recorded of the events that set it and take effect before a time. */
    private <T> T lastSaid(
            List<RecordedEvent> history, Instant before, Function<Contract, T> value, Set<Class<?>> kinds) {
        T last = value.apply(Contract.replay(history.subList(0, 1)));
        for (int i = 1; i < history.size(); i++) {
            RecordedEvent event = history.get(i);
            if (kinds.contains(event.event().getClass()) && event.effectiveAt().isBefore(before)) {
                last = value.apply(Contract.replay(history.subList(0, i + 1)));
            }
        }
        return last;
    }

    @Provide
    Arbitrary<Choices> choices() {
        return Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(800)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Choices::new);
    }
}
