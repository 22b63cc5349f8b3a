package io.silverdata.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.testkit.Choices;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.RandomLives;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;

/** Laws of the figures, for lives that chance made through the real aggregate. */
class KpisProperties {
    private static final ReportSettings SETTINGS = ReportSettings.in(ContractFixtures.ZONE);
    private static final LocalDate BEGIN = LocalDate.parse("2026-02-01");
    private static final LocalDate END = LocalDate.parse("2030-01-01");

    @Example
    void chance_brings_every_kind_of_span_and_of_fact() {
        Set<Span.Kind> spans = EnumSet.noneOf(Span.Kind.class);
        Set<OneOff.Kind> facts = EnumSet.noneOf(OneOff.Kind.class);
        for (List<RecordedEvent> history : RandomLives.of(7, 1_000)) {
            Kpis.spans(history, SETTINGS).forEach(span -> spans.add(span.kind()));
            new BillingFeed(SETTINGS)
                    .revisions(history, 0)
                    .forEach(revision -> revision.oneOffs().forEach(fact -> facts.add(fact.kind())));
        }

        assertThat(spans).containsExactlyInAnyOrder(Span.Kind.values());
        assertThat(facts).containsExactlyInAnyOrder(OneOff.Kind.values());
    }

    @Property(tries = 150)
    void figures_of_now_are_what_the_contracts_say(@ForAll("choices") Choices choices) {
        List<List<RecordedEvent>> histories = RandomLives.of(choices, 6);
        List<Contract> contracts = histories.stream().map(Contract::replay).toList();

        KpiReport report = Kpis.of(histories, SETTINGS).report(new DayRange(BEGIN, END), KpiOptions.defaults());

        assertThat(report.baseAtEnd())
                .isEqualTo(contracts.stream()
                        .filter(contract -> contract.status().isLive())
                        .count());
        assertThat(report.suspendedAtEnd())
                .isEqualTo(contracts.stream()
                        .filter(contract -> contract.status() == Status.SUSPENDED)
                        .count());
        assertThat(report.activated())
                .isEqualTo(contracts.stream()
                        .filter(contract -> contract.activatedAt().isPresent()
                                && contract.adoptedAt().isEmpty())
                        .count());
        assertThat(report.adopted())
                .isEqualTo(contracts.stream()
                        .filter(contract -> contract.adoptedAt().isPresent())
                        .count());
        assertThat(report.drift().drifted())
                .isEqualTo(contracts.stream()
                        .filter(contract -> contract.status().isLive())
                        .filter(contract -> contract.provisioning()
                                        .access()
                                        .drift()
                                        .isPresent()
                                || contract.provisioning().line().drift().isPresent())
                        .count());
        assertThat(report.provisioning().open())
                .isEqualTo(contracts.stream()
                        .filter(contract -> contract.status() != Status.CANCELLED
                                && contract.inServiceSince().isEmpty())
                        .count());
        assertThat(report.provisioning().givenUp())
                .isEqualTo(contracts.stream()
                        .filter(contract -> contract.status() != Status.CANCELLED
                                && contract.inServiceSince().isEmpty()
                                && contract.provisioning().summary() == ProvisioningState.Summary.FAILED)
                        .count());
        assertThat(report.churn().early() + report.churn().uncounted())
                .isEqualTo(contracts.stream()
                        .filter(contract -> contract.status() == Status.CANCELLED
                                && contract.activatedAt().isPresent())
                        .count());
    }

    /** Nobody can tell an adopted contract from one that was activated at the adoption, but for what it is not: an order, or new. */
    @Property(tries = 300)
    void an_adopted_contract_is_counted_from_its_adoption_and_was_never_ordered(@ForAll("choices") Choices choices) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 4)) {
            Contract contract = Contract.replay(history);
            contract.adoptedAt().ifPresent(adopted -> {
                List<Span> spans = Kpis.spans(history, SETTINGS);

                assertThat(spans).extracting(Span::from).allMatch(from -> !from.isBefore(day(adopted)));
                assertThat(spans)
                        .extracting(Span::kind)
                        .doesNotContain(
                                Span.Kind.ORDER,
                                Span.Kind.ABANDONED,
                                Span.Kind.GIVEN_UP,
                                Span.Kind.SERVED,
                                Span.Kind.SERVED_AFTER_FAILURE);
                assertThat(of(spans, Span.Kind.ACTIVATED))
                        .extracting(Span::label)
                        .containsExactly(Span.ADOPTED);
            });
        }
    }

    @Property(tries = 150)
    void the_base_moves_by_who_comes_and_who_leaves_whatever_the_window(
            @ForAll("choices") Choices choices,
            @ForAll @IntRange(min = 1, max = 150) int days,
            @ForAll @IntRange(max = 200) int later) {
        DayRange window = new DayRange(BEGIN.plusDays(later), BEGIN.plusDays(later + days));

        KpiReport report = Kpis.of(RandomLives.of(choices, 6), SETTINGS).report(window, KpiOptions.defaults());

        KpiReport.Churn churn = report.churn();
        assertThat(report.baseAtEnd())
                .isEqualTo(report.base()
                        + report.activated()
                        + report.adopted()
                        - churn.total()
                        - churn.early()
                        - churn.uncounted());
        assertThat(churn.wonBack()).isLessThanOrEqualTo(churn.total());
        assertThat(report.collection().cured())
                .isLessThanOrEqualTo(report.collection().cuts());
    }

    @Property(tries = 150)
    void two_windows_that_follow_each_other_count_what_one_counts(
            @ForAll("choices") Choices choices, @ForAll @IntRange(min = 1, max = 100) int cut) {
        Kpis kpis = Kpis.of(RandomLives.of(choices, 5), SETTINGS);
        LocalDate middle = BEGIN.plusDays(cut);

        KpiReport first = kpis.report(new DayRange(BEGIN, middle), KpiOptions.defaults());
        KpiReport second = kpis.report(new DayRange(middle, END), KpiOptions.defaults());
        KpiReport whole = kpis.report(new DayRange(BEGIN, END), KpiOptions.defaults());

        assertThat(first.baseAtEnd()).isEqualTo(second.base());
        assertThat(ended(first) + ended(second)).isEqualTo(ended(whole));
        assertThat(first.provisioning().served() + second.provisioning().served())
                .isEqualTo(whole.provisioning().served());
        assertThat(first.reconnections().count() + second.reconnections().count())
                .isEqualTo(whole.reconnections().count());
        assertThat(first.collection().cuts() + second.collection().cuts())
                .isEqualTo(whole.collection().cuts());
    }

    @Property(tries = 5_000)
    void a_share_lies_between_nothing_and_the_whole(
            @ForAll("choices") Choices choices,
            @ForAll @IntRange(min = 1, max = 150) int days,
            @ForAll @IntRange(max = 200) int later) {
        DayRange window = new DayRange(BEGIN.plusDays(later), BEGIN.plusDays(later + days));

        KpiReport report = Kpis.of(RandomLives.of(choices, 2), SETTINGS).report(window, KpiOptions.defaults());

        Stream<Ratio> shares = Stream.of(
                report.churn().rate(ChurnBase.START),
                report.churn().voluntary(ChurnBase.START),
                report.churn().involuntary(ChurnBase.START),
                report.churn().net(ChurnBase.START),
                report.provisioning().rightFirstTime(),
                report.collection().suspension(),
                report.collection().cure(),
                report.reservations().expiry(),
                report.drift().share());
        Stream<Ratio> ofRevenue = report.revenue().values().stream()
                .flatMap(revenue -> Stream.of(
                        revenue.churn(),
                        revenue.contraction(),
                        new Ratio(revenue.lost().add(revenue.contracted()), revenue.base())));
        assertThat(Stream.concat(shares, ofRevenue).flatMap(share -> share.value().stream()))
                .allSatisfy(share -> assertThat(share).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
    }

    /** What is cut at a midnight is what the log says of it, and nobody comes back who was not cut. */
    @Property(tries = 1_000)
    void cuts_and_reconnections_are_of_service_that_was_cut(@ForAll("choices") Choices choices) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 3)) {
            List<Span> spans = Kpis.spans(history, SETTINGS);
            Contract contract = Contract.replay(history);
            List<Span> cuts = of(spans, Span.Kind.CUT);
            for (int day = 0; day < 200; day += 3) {
                LocalDate date = BEGIN.plusDays(day);
                Instant midnight = date.atStartOfDay(ContractFixtures.ZONE).toInstant();
                boolean isLive = liveSince(contract).filter(midnight::isAfter).isPresent()
                        && contract.cancelledAt()
                                .filter(cancelled -> cancelled.isBefore(midnight))
                                .isEmpty();
                List<NaiveHolds.Standing> debts = NaiveHolds.at(history, midnight).stream()
                        .filter(standing ->
                                isLive && standing.hold().reason().category() == SuspensionReason.Category.NON_PAYMENT)
                        .toList();

                assertThat(cuts.stream().anyMatch(cut -> lastsAt(cut, date) && !endsOn(contract, date)))
                        .as("%s at %s", debts, date)
                        .isEqualTo(debts.stream()
                                .anyMatch(standing -> standing.level().cutsService()));
                assertThat(of(spans, Span.Kind.THROTTLED).stream()
                                .filter(span -> span.label().equals(SuspensionReason.Category.NON_PAYMENT.name()))
                                .anyMatch(span -> lastsAt(span, date) && !endsOn(contract, date)))
                        .as("%s at %s", debts, date)
                        .isEqualTo(debts.stream()
                                .map(NaiveHolds.Standing::level)
                                .max(Comparator.naturalOrder())
                                .equals(Optional.of(Enforcement.THROTTLE)));
            }
            List<Optional<LocalDate>> ends =
                    new ArrayList<>(cuts.stream().map(Span::to).toList());
            for (Span back : of(spans, Span.Kind.RECONNECTED)) {
                assertThat(!back.label().equals(Span.COUNTS) || ends.remove(back.to()))
                        .as("%s is the end of one of %s", back, cuts)
                        .isTrue();
            }
        }
    }

    /** The naive answer: look just before and just after each time that the log names. */
    @Property(tries = 2_000)
    void service_comes_back_when_no_hold_cuts_it_any_more(@ForAll("choices") Choices choices) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 2)) {
            Contract contract = Contract.replay(history);
            List<String> expected = new ArrayList<>();
            for (Instant time : times(history)) {
                boolean isLive = liveSince(contract).filter(time::isAfter).isPresent()
                        && contract.cancelledAt().filter(time::isAfter).isEmpty();
                List<SuspensionHold> before = cutting(history, time);
                List<SuspensionHold> after = cutting(history, time.plusNanos(1));
                if (isLive && !before.isEmpty() && after.isEmpty()) {
                    boolean counts =
                            before.stream().anyMatch(hold -> hold.policy().countsAsReconnection());
                    expected.add(day(time) + " " + (counts ? Span.COUNTS : Span.OTHER));
                }
            }

            assertThat(of(Kpis.spans(history, SETTINGS), Span.Kind.RECONNECTED))
                    .extracting(span -> span.to().orElseThrow() + " " + span.label())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** What happened to an adopted contract before its adoption is in no figure. */
    private static Optional<Instant> liveSince(Contract contract) {
        return contract.adoptedAt().or(contract::activatedAt);
    }

    private static Set<Instant> times(List<RecordedEvent> history) {
        Set<Instant> times = new TreeSet<>();
        for (RecordedEvent event : history) {
            times.add(event.effectiveAt());
            if (event.event() instanceof ContractEvent.HoldRecorded past) {
                times.add(past.hold().placedAt());
                times.add(past.endedAt());
            }
        }
        return times;
    }

    private static List<SuspensionHold> cutting(List<RecordedEvent> history, Instant before) {
        return NaiveHolds.at(history, before).stream()
                .filter(standing -> standing.level().cutsService())
                .map(NaiveHolds.Standing::hold)
                .toList();
    }

    private static List<Span> of(List<Span> spans, Span.Kind kind) {
        return spans.stream().filter(span -> span.kind() == kind).toList();
    }

    private static boolean lastsAt(Span span, LocalDate day) {
        return span.from().isBefore(day)
                && span.to().filter(end -> end.isBefore(day)).isEmpty();
    }

    private static boolean endsOn(Contract contract, LocalDate day) {
        return contract.cancelledAt().filter(at -> day(at).isBefore(day)).isPresent();
    }

    /** Without its moves, transfers, swaps and plan changes a history tells the same of who came and who left. */
    @Property(tries = 150)
    void moves_transfers_and_plan_changes_never_move_churn(@ForAll("choices") Choices choices) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 4)) {
            List<Span> churn = Kpis.spans(history, SETTINGS).stream()
                    .filter(span -> span.kind() == Span.Kind.CHURNED
                            || span.kind() == Span.Kind.ENDED
                            || span.kind() == Span.Kind.ACTIVATED)
                    .toList();
            Optional<RecordedEvent> activated = first(history, ContractEvent.ContractActivated.class)
                    .or(() -> first(history, ContractEvent.ContractAdopted.class));
            Optional<RecordedEvent> cancelled = first(history, ContractEvent.ContractCancelled.class);

            assertThat(churn).hasSize(activated.isEmpty() ? 0 : cancelled.isEmpty() ? 1 : 2);
            churn.forEach(span -> {
                assertThat(span.from()).isEqualTo(day(activated.orElseThrow().effectiveAt()));
                if (span.kind() != Span.Kind.ACTIVATED) {
                    assertThat(span.to()).contains(day(cancelled.orElseThrow().effectiveAt()));
                }
            });
        }
    }

    private static long ended(KpiReport report) {
        return report.churn().total() + report.churn().early() + report.churn().uncounted();
    }

    private static Optional<RecordedEvent> first(List<RecordedEvent> history, Class<?> kind) {
        return history.stream().filter(event -> kind.isInstance(event.event())).findFirst();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ContractFixtures.ZONE);
    }

    @Provide
    Arbitrary<Choices> choices() {
        return Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(1500)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Choices::new);
    }
}
