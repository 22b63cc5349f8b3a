package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.LiftOutcome;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.dunning.PauseRule;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final CommandContext CUSTOMER = CommandContext.by("portal", Trigger.CUSTOMER);

    private final Operator operator = Operator.small();
    private final Contracts contracts =
            operator.builder().pauses(PauseRule.of(30, 120)).build();
    private final ContractId contract = operator.subscriber(1).id();

    @Test
    void a_customer_may_pause_within_the_rule_and_come_back_early() {
        assertThat(contracts.suspend(contract, pause(60), CUSTOMER).isRight()).isTrue();
        operator.clock.advance(Duration.ofDays(10));

        CommandResult lifted = contracts
                .liftHold(contract, SuspensionReason.CUSTOMER_REQUEST, CUSTOMER)
                .get();

        assertThat(lifted.liftOutcome()).contains(new LiftOutcome.Reconnected());
    }

    @Test
    void a_customer_may_not_pause_beyond_the_rule() {
        assertThat(contracts.suspend(contract, pause(20), CUSTOMER).getLeft())
                .isInstanceOfSatisfying(
                        Rejection.InvalidValue.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("until"));
        Instant start = operator.clock.instant().plus(Duration.ofDays(5));
        assertThat(contracts
                        .scheduleSuspension(contract, pause(20), start, CUSTOMER)
                        .isLeft())
                .isTrue();
        assertThat(contracts
                        .scheduleSuspension(contract, pause(40), start, CUSTOMER)
                        .isRight())
                .isTrue();
        assertThat(contracts.find(contract).orElseThrow().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void staff_is_not_bound_and_other_holds_are_no_pauses() {
        assertThat(contracts.suspend(contract, pause(1), STAFF).isRight()).isTrue();
        assertThat(contracts
                        .suspend(contract, Suspension.of(SuspensionReason.TECHNICAL), CUSTOMER)
                        .isRight())
                .isTrue();
    }

    private Suspension pause(int days) {
        return Suspension.of(SuspensionReason.CUSTOMER_REQUEST)
                .until(operator.clock.instant().plus(Duration.ofDays(days)));
    }
}
