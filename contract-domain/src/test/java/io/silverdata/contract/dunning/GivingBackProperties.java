package io.silverdata.contract.dunning;

import static io.silverdata.contract.model.DunningAction.CANCEL;
import static io.silverdata.contract.model.DunningAction.NOTIFY;
import static io.silverdata.contract.model.DunningAction.RESTRICT;
import static io.silverdata.contract.model.DunningAction.SUSPEND;
import static io.silverdata.contract.model.DunningAction.THROTTLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of what gives a service back, and of what must not. One thing may happen a day, and the policy is asked every noon. */
class GivingBackProperties {
    private static final ZoneId ZONE = ZoneId.of("America/Guayaquil");
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 5);
    private static final SuspensionPolicy NON_PAYMENT =
            SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();
    private static final List<DunningPolicy> POLICIES = List.of(
            DunningPolicy.laddered(5, 10, 70, CutCalendar.always(ZONE)),
            built(
                    DunningStep.of(1, NOTIFY),
                    DunningStep.of(3, RESTRICT),
                    DunningStep.of(6, SUSPEND).fromUnpaid(2)),
            built(
                    DunningStep.of(2, THROTTLE),
                    DunningStep.of(5, SUSPEND).from(Debtor.dollars(40)),
                    DunningStep.of(30, CANCEL)));

    enum Day {
        QUIET,
        INVOICE,
        PAYS_OLDEST,
        PAYS_NEWEST,
        PAYS_ALL,
        EXEMPT_FOR_FOUR_DAYS,
        TEN_DAYS_LONGER
    }

    @Property(tries = 1_000)
    void who_would_not_be_cut_for_what_is_left_is_not_held_for_more(
            @ForAll @IntRange(min = 0, max = 2) int policy, @ForAll @Size(max = 70) List<Day> days) {
        Life life = new Life(POLICIES.get(policy));
        for (Day day : days) {
            life.live(day);

            Optional<Enforcement> held =
                    life.contract.hold(SuspensionReason.NON_PAYMENT).map(SuspensionHold::enforcement);
            if (life.contract.status().isLive() && held.isPresent()) {
                assertThat(life.isExempt()).isFalse();
                assertThat(life.wouldHold())
                        .as("%s on %s with %s", held.get(), life.today, life.facts())
                        .hasValueSatisfying(level -> assertThat(level).isGreaterThanOrEqualTo(held.get()));
            }
        }
    }

    @Property(tries = 1_000)
    void facts_older_than_what_they_would_undo_change_nothing(
            @ForAll @IntRange(min = 0, max = 2) int policy, @ForAll @Size(max = 50) List<Day> days) {
        Life life = new Life(POLICIES.get(policy));
        List<DunningFacts> before = new ArrayList<>();
        for (Day day : days) {
            life.live(day);

            for (DunningFacts old : before) {
                if (life.isOlderThanHold(old)) {
                    DunningDecision decision = life.ask(old);
                    assertThat(decision)
                            .as("facts of %s on %s", old.asOf(), life.today)
                            .isNotInstanceOfAny(
                                    DunningDecision.Lift.class,
                                    DunningDecision.Ease.class,
                                    DunningDecision.Close.class);
                    List<DunningMark> marks = life.contract.dunning();
                    decision.step()
                            .ifPresent(step -> assertThat(step.dueOn())
                                    .as("a step for another debt forgets those for the present one")
                                    .isEqualTo(marks.get(marks.size() - 1).dueOn()));
                }
            }
            before.add(life.facts());
        }
    }

    @Property(tries = 500)
    void facts_of_the_future_or_of_another_currency_change_nothing(
            @ForAll @IntRange(min = 0, max = 2) int policy,
            @ForAll @Size(max = 40) List<Day> days,
            @ForAll @IntRange(min = 6, max = 100_000) int minutesAhead) {
        Life life = new Life(POLICIES.get(policy));
        for (Day day : days) {
            life.live(day);
            if (life.contract.status().isLive()) {
                DunningFacts facts = life.facts();
                DunningFacts later = new DunningFacts(
                        facts.overdue(),
                        facts.owed(),
                        facts.dueOn(),
                        facts.extendedTo(),
                        facts.unpaid(),
                        facts.lastNotice(),
                        facts.protections(),
                        life.now().plusSeconds(60L * minutesAhead));
                DunningFacts foreign =
                        DunningFacts.nothingOverdue(io.silverdata.contract.model.Money.of("0", "EUR"), life.now());

                assertThat(life.refusal(later)).isEqualTo("asOf");
                assertThat(life.refusal(foreign)).isEqualTo("owed");
            }
        }
    }

    private static DunningPolicy built(DunningStep... steps) {
        DunningPolicy.Builder builder = DunningPolicy.named("p", CutCalendar.always(ZONE));
        List.of(steps).forEach(builder::step);
        return builder.build().getOrElseThrow(refusal -> new AssertionError(refusal.message()));
    }

    /** A contract and the books about it. */
    private static final class Life {
        private final DunningPolicy policy;
        private final TreeMap<LocalDate, LocalDate> unpaid = new TreeMap<>();
        private Contract contract = ContractFixtures.aContractInService(1);
        private Optional<LocalDate> exemptFrom = Optional.empty();
        private LocalDate today = BEGIN;

        Life(DunningPolicy policy) {
            this.policy = policy;
        }

        void live(Day day) {
            today = today.plusDays(1);
            switch (day) {
                case QUIET -> {}
                case INVOICE -> unpaid.put(today.minusDays(1), today.minusDays(1));
                case PAYS_OLDEST -> unpaid.pollFirstEntry();
                case PAYS_NEWEST -> unpaid.pollLastEntry();
                case PAYS_ALL -> unpaid.clear();
                case EXEMPT_FOR_FOUR_DAYS -> exemptFrom = Optional.of(today);
                case TEN_DAYS_LONGER -> {
                    Optional<Map.Entry<LocalDate, LocalDate>> oldest = Optional.ofNullable(unpaid.firstEntry());
                    oldest.ifPresent(debt -> unpaid.put(debt.getKey(), today.plusDays(10)));
                }
            }
            // a debt that is paid may be followed by the first step for the next on the same day
            carryOut(ask(facts()));
            carryOut(ask(facts()));
        }

        private void carryOut(DunningDecision decision) {
            for (Command command : decision.commands(contract, NON_PAYMENT, facts().owed())) {
                contract = Decider.decide(contract, command, ContractFixtures.metadata(now(), decision.trigger()))
                        .getOrElseThrow(refusal -> new AssertionError(command + ": " + refusal.message()))
                        .contract();
            }
        }

        DunningDecision ask(DunningFacts facts) {
            return policy.evaluate(facts, contract, now())
                    .getOrElseThrow(refusal -> new AssertionError(refusal.message()));
        }

        String refusal(DunningFacts facts) {
            return policy.evaluate(facts, contract, now()).getLeft().field();
        }

        DunningFacts facts() {
            DunningFacts facts = unpaid.isEmpty()
                    ? DunningFacts.nothingOverdue(Debtor.dollars(0), now())
                    : DunningFacts.overdue(Debtor.dollars(25 * unpaid.size()), unpaid.firstKey(), now())
                            .unpaid(unpaid.size())
                            .extendedTo(unpaid.firstEntry().getValue());
            return exemptFrom
                    .map(from -> facts.protectedBy(new DunningProtection.Exemption(from, from.plusDays(4), "hospital")))
                    .orElse(facts);
        }

        boolean isExempt() {
            return exemptFrom.filter(from -> !today.isAfter(from.plusDays(4))).isPresent();
        }

        /** How strictly a debt of this age and amount is held, by the steps of the policy alone. */
        Optional<Enforcement> wouldHold() {
            if (unpaid.isEmpty()) {
                return Optional.empty();
            }
            LocalDate countedFrom = unpaid.firstEntry().getValue();
            return policy.steps().stream()
                    .filter(step -> !today.isBefore(countedFrom.plusDays(step.daysOverdue())))
                    .filter(step -> unpaid.size() >= step.minUnpaid()
                            && step.minimum()
                                    .filter(min -> min.amount().intValueExact() > 25 * unpaid.size())
                                    .isEmpty())
                    .flatMap(step -> step.action().enforcement().stream())
                    .max(Enforcement::compareTo);
        }

        boolean isOlderThanHold(DunningFacts facts) {
            boolean older = contract.hold(SuspensionReason.NON_PAYMENT)
                    .filter(hold -> facts.asOf().isBefore(hold.placedAt()))
                    .isPresent();
            LocalDate day = LocalDate.ofInstant(facts.asOf(), ZONE);
            return older || contract.dunning().stream().anyMatch(mark -> day.isBefore(mark.takenOn()));
        }

        Instant now() {
            return today.atTime(12, 0).atZone(ZONE).toInstant();
        }
    }
}
