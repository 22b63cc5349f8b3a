package io.silverdata.contract.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DunningPolicyProperties {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);
    private static final SuspensionPolicy NON_PAYMENT =
            SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();

    @Property(tries = 300)
    void whatever_happens_every_law_of_dunning_holds(@ForAll Random random) {
        debtor(random).live(120);
    }

    @Example
    void such_lives_reach_every_decision_and_every_hindrance() {
        Random random = new Random(20260302);
        // asks for a debt between two steps: in GivingBackProperties
        Set<Class<?>> decisions = new HashSet<>(Set.of(DunningDecision.Ease.class));
        Set<Class<?>> hindrances = new HashSet<>(Set.of(
                // before the policy is asked
                NoActionReason.NoPolicy.class,
                NoActionReason.FactsUnknown.class,
                NoActionReason.NotSelected.class,
                // other contracts, other policies: in DunningPolicyTest
                NoActionReason.NotLive.class,
                NoActionReason.LiftNotAllowed.class,
                NoActionReason.NoticeMissing.class,
                NoActionReason.NotSuspended.class));

        for (int i = 0; i < 600; i++) {
            Debtor debtor = debtor(random).live(120);
            decisions.addAll(debtor.decisions);
            hindrances.addAll(debtor.hindrances);
        }

        assertThat(decisions).containsExactlyInAnyOrder(DunningDecision.class.getPermittedSubclasses());
        assertThat(hindrances).containsExactlyInAnyOrder(NoActionReason.class.getPermittedSubclasses());
    }

    /** Nothing is skipped and nothing is late where nothing is in the way. */
    @Property(tries = 200)
    void asked_every_day_each_step_is_taken_on_its_day(@ForAll Random random) {
        Draws draws = new Draws(random);
        CutCalendar calendar = CutCalendar.always(Draws.ZONES.get(random.nextInt(Draws.ZONES.size())));
        DunningPolicy policy = draws.policy(calendar);

        List<DunningMark> taken = dunned(policy, Duration.ofDays(1), 200);

        assertThat(taken).hasSameSizeAs(policy.steps());
        for (int i = 0; i < taken.size(); i++) {
            DunningStep step = policy.steps().get(i);
            assertThat(taken.get(i).action()).isEqualTo(step.action());
            assertThat(taken.get(i).takenOn()).isEqualTo(MARCH.plusDays(step.daysOverdue()));
        }
    }

    /** A calendar postpones; it lets nothing be left out and changes no order. */
    @Property(tries = 100)
    void under_any_calendar_each_step_is_taken_in_its_order_and_no_earlier(@ForAll Random random) {
        Draws draws = new Draws(random);
        DunningPolicy policy = draws.policy(draws.calendar(MARCH).calendar());

        List<DunningMark> taken = dunned(policy, Duration.ofMinutes(15), 1_000);

        assertThat(taken.stream().map(DunningMark::daysOverdue))
                .isEqualTo(policy.steps().stream().map(DunningStep::daysOverdue).toList());
        assertThat(taken)
                .allSatisfy(mark -> assertThat(mark.takenOn()).isAfterOrEqualTo(MARCH.plusDays(mark.daysOverdue())));
    }

    private static List<DunningMark> dunned(DunningPolicy policy, Duration pause, int maxDays) {
        List<DunningMark> taken = new ArrayList<>();
        Contract contract = ContractFixtures.aContractInService(1);
        Instant start = policy.calendar().start(MARCH.plusDays(1)).plus(Duration.ofHours(12));
        Instant end = start.plus(Duration.ofDays(maxDays));
        for (Instant now = start; now.isBefore(end) && contract.status().isLive(); now = now.plus(pause)) {
            DunningFacts facts =
                    DunningFacts.overdue(Debtor.dollars(50), MARCH, now).unpaid(9);
            DunningDecision decision = policy.evaluate(facts, contract, now).get();
            for (var command : decision.commands(contract, NON_PAYMENT, facts.owed())) {
                contract = Decider.decide(contract, command, ContractFixtures.metadata(now, decision.trigger()))
                        .get()
                        .contract();
            }
            decision.step().ifPresent(taken::add);
            if (decision instanceof DunningDecision.Nothing nothing
                    && nothing.why() instanceof NoActionReason.LastStepTaken) {
                break;
            }
        }
        return taken;
    }

    private static Debtor debtor(Random random) {
        Draws draws = new Draws(random);
        Draws.Spec calendar = draws.calendar(MARCH);
        return new Debtor(calendar, draws.policy(calendar.calendar()), random);
    }
}
