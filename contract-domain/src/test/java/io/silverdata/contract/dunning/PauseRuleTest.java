package io.silverdata.contract.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseRuleTest {
    private static final ZoneId ZONE = ZoneId.of("America/Guayaquil");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);
    private static final PauseRule RULE =
            PauseRule.of(30, 120).maxPerYear(2).restDays(10).noticeDays(5).onlyIfUpToDate();

    private final List<RecordedEvent> history = new ArrayList<>();
    private Contract contract = ContractFixtures.aContractInService(1);
    private Optional<DunningFacts> facts =
            Optional.of(DunningFacts.nothingOverdue(Money.of("20", "USD"), Instant.EPOCH));

    @Test
    void a_pause_within_the_rule_may_be() {
        assertThat(ask(MAY, MAY.plusDays(30), MAY.minusDays(5))).isEmpty();
        assertThat(ask(MAY, MAY.plusDays(120), MAY.minusDays(50))).isEmpty();
    }

    @Test
    void too_short_and_too_long() {
        InvalidValue refusal = ask(MAY, MAY.plusDays(29), MAY.minusDays(5)).orElseThrow();

        assertThat(refusal).isEqualTo(new InvalidValue("until", "2026-06-02", "30 to 120 days after 2026-05-04"));
        assertThat(ask(MAY, MAY.plusDays(121), MAY.minusDays(5))).isPresent();
    }

    @Test
    void asked_for_too_late() {
        assertThat(ask(MAY, MAY.plusDays(30), MAY.minusDays(4)))
                .contains(new InvalidValue("start", "2026-05-04", "2026-05-05 or later, 5 days after asking"));
    }

    @Test
    void too_many_in_a_year_and_too_soon_after_the_last() {
        paused(MAY, MAY.plusDays(30));
        assertThat(ask(MAY.plusDays(39), MAY.plusDays(80), MAY.plusDays(30)))
                .contains(new InvalidValue("start", "2026-06-12", "2026-06-13 or later, 10 days after the last pause"));
        assertThat(ask(MAY.plusDays(40), MAY.plusDays(80), MAY.plusDays(30))).isEmpty();
        paused(MAY.plusDays(40), MAY.plusDays(80));

        assertThat(ask(MAY.plusDays(364), MAY.plusDays(400), MAY.plusDays(90)))
                .contains(new InvalidValue("pausesInAYear", "2", "at most 1 beside another"));
        assertThat(ask(MAY.plusDays(365), MAY.plusDays(400), MAY.plusDays(90))).isEmpty();
    }

    @Test
    void something_overdue_or_nothing_known() {
        facts = Optional.of(DunningFacts.overdue(Money.of("20", "USD"), MAY, Instant.EPOCH));
        assertThat(ask(MAY, MAY.plusDays(30), MAY.minusDays(5)))
                .contains(new InvalidValue("overdue", "20 USD", "zero for a pause"));
        facts = Optional.empty();
        assertThat(ask(MAY, MAY.plusDays(30), MAY.minusDays(5)))
                .contains(new InvalidValue("overdue", "unknown", "zero for a pause"));
        assertThat(PauseRule.of(30, 120)
                        .maxPerYear(2)
                        .restDays(10)
                        .noticeDays(5)
                        .objection(
                                noon(MAY),
                                Optional.of(noon(MAY.plusDays(30))),
                                contract,
                                history,
                                facts,
                                noon(MAY.minusDays(5)),
                                ZONE))
                .isEmpty();
    }

    @Test
    void rules_out_of_range() {
        assertThatIllegalArgumentException().isThrownBy(() -> PauseRule.of(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PauseRule.of(30, 29))
                .withMessage("maxDays must be 30 or more, was \"29\"");
        assertThatIllegalArgumentException().isThrownBy(() -> RULE.maxPerYear(0));
        assertThatIllegalArgumentException().isThrownBy(() -> RULE.restDays(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> RULE.noticeDays(-1));
    }

    private void paused(LocalDate from, LocalDate to) {
        SuspensionPolicy policy = SuspensionPolicies.defaults()
                .find(SuspensionReason.CUSTOMER_REQUEST)
                .orElseThrow();
        keep(new Command.Suspend(policy, policy.enforcement(), Optional.of(noon(to))), noon(from));
        keep(new Command.LiftHold(SuspensionReason.CUSTOMER_REQUEST), noon(to));
    }

    private void keep(Command command, Instant at) {
        Decision decision = Decider.decide(contract, command, ContractFixtures.metadata(at, Trigger.CUSTOMER))
                .get();
        contract = decision.contract();
        history.addAll(decision.events());
    }

    private Optional<InvalidValue> ask(LocalDate start, LocalDate until, LocalDate today) {
        return RULE.objection(noon(start), Optional.of(noon(until)), contract, history, facts, noon(today), ZONE);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }
}
