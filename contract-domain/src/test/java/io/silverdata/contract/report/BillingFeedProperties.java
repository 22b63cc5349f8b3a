package io.silverdata.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.testkit.Choices;
import io.silverdata.contract.testkit.RandomLives;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** Laws of the billing feed, for lives that chance made through the real aggregate. */
class BillingFeedProperties {
    private static final int DAYS_LOOKED_AT = 400;

    @Property(tries = 150)
    void segments_follow_each_other_from_the_start_of_the_service_to_the_end(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            List<Segment> segments = new BillingFeed(settings).segments(history);
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
    @Property(tries = 50)
    void each_day_is_billed_as_the_log_says_of_its_end(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 2)) {
            List<Segment> segments = new BillingFeed(settings).segments(history);
            for (Segment segment : segments) {
                LocalDate last = segment.to()
                        .orElse(segment.from().plusDays(DAYS_LOOKED_AT))
                        .minusDays(1);
                for (LocalDate day : List.of(segment.from(), last)) {
                    Instant end = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
                    PlanSnapshot plan = lastSaid(history, end, Contract::plan);
                    assertThat(segment.holder()).isEqualTo(this.<CustomerId>lastSaid(history, end, Contract::customer));
                    assertThat(segment.plan()).isEqualTo(plan.id());
                    assertThat(segment.price()).isEqualTo(plan.price().amount());
                    assertThat(segment.billable())
                            .isEqualTo(holds(history, day, settings.zone()).stream()
                                    .map(hold -> hold.policy().billability())
                                    .min(Comparator.naturalOrder())
                                    .orElse(Billability.FULL));
                }
            }
        }
    }

    @Property(tries = 150)
    void what_is_open_says_what_the_contract_says_now(
            @ForAll("choices") Choices choices, @ForAll("settings") ReportSettings settings) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            Contract contract = Contract.replay(history);
            List<Segment> segments = new BillingFeed(settings).segments(history);
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
            List<RecordedEvent> history, Instant before, java.util.function.Function<Contract, T> value) {
        T last = value.apply(Contract.replay(history.subList(0, 1)));
        for (int i = 1; i < history.size(); i++) {
            ContractEvent event = history.get(i).event();
            boolean sets =
                    event instanceof ContractEvent.PlanChanged || event instanceof ContractEvent.OwnershipTransferred;
            T next = value.apply(Contract.replay(history.subList(0, i + 1)));
            T previous = value.apply(Contract.replay(history.subList(0, i)));
            if (sets && !next.equals(previous) && history.get(i).effectiveAt().isBefore(before)) {
                last = next;
            }
        }
        return last;
    }

    private static List<SuspensionHold> holds(List<RecordedEvent> history, LocalDate day, ZoneId zone) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<SuspensionHold> holds = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).event() instanceof ContractEvent.HoldPlaced placed) {
                Optional<RecordedEvent> lifted = history.subList(i, history.size()).stream()
                        .filter(event -> event.event() instanceof ContractEvent.HoldLifted lift
                                && lift.hold().reason().equals(placed.hold().reason()))
                        .findFirst();
                if (placed.hold().placedAt().isBefore(end)
                        && lifted.filter(event -> event.effectiveAt().isBefore(end))
                                .isEmpty()) {
                    holds.add(placed.hold());
                }
            }
        }
        return holds;
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
