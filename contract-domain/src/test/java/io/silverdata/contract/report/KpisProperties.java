package io.silverdata.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.testkit.Choices;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.RandomLives;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        for (List<RecordedEvent> history : RandomLives.of(7, 400)) {
            Kpis.spans(history, SETTINGS).forEach(span -> spans.add(span.kind()));
            new BillingFeed(SETTINGS)
                    .revisions(history, 0)
                    .forEach(revision -> revision.oneOff().ifPresent(fact -> facts.add(fact.kind())));
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
                        .filter(contract -> contract.activatedAt().isPresent())
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

    @Property(tries = 150)
    void the_base_moves_by_who_comes_and_who_leaves_whatever_the_window(
            @ForAll("choices") Choices choices,
            @ForAll @IntRange(min = 1, max = 150) int days,
            @ForAll @IntRange(max = 200) int later) {
        DayRange window = new DayRange(BEGIN.plusDays(later), BEGIN.plusDays(later + days));

        KpiReport report = Kpis.of(RandomLives.of(choices, 6), SETTINGS).report(window, KpiOptions.defaults());

        KpiReport.Churn churn = report.churn();
        assertThat(report.baseAtEnd())
                .isEqualTo(report.base() + report.activated() - churn.total() - churn.early() - churn.uncounted());
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

    /** Without its moves, transfers, swaps and plan changes a history tells the same of who came and who left. */
    @Property(tries = 150)
    void moves_transfers_and_plan_changes_never_move_churn(@ForAll("choices") Choices choices) {
        for (List<RecordedEvent> history : RandomLives.of(choices, 4)) {
            List<Span> churn = Kpis.spans(history, SETTINGS).stream()
                    .filter(span -> span.kind() == Span.Kind.CHURNED
                            || span.kind() == Span.Kind.ENDED
                            || span.kind() == Span.Kind.ACTIVATED)
                    .toList();
            Optional<RecordedEvent> activated = first(history, ContractEvent.ContractActivated.class);
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
