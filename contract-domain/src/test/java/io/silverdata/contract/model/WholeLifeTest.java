package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.BRUNO;
import static io.silverdata.contract.model.Situations.FIBRE_300;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.LOGIN;
import static io.silverdata.contract.model.Situations.OFFICE;
import static io.silverdata.contract.model.Situations.OFFICE_PORT;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.OTHER_LOGIN;
import static io.silverdata.contract.model.Situations.SPARE_ONU;
import static io.silverdata.contract.model.Situations.cancel;
import static io.silverdata.contract.model.Situations.relocateTo;
import static io.silverdata.contract.model.Situations.schedule;
import static io.silverdata.contract.model.Situations.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WholeLifeTest {

    @Test
    void a_contract_goes_from_the_first_look_at_the_address_to_the_last_released_port() {
        Life life = wholeLife();

        List<String> story = life.events().stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList();

        assertThat(story)
                .containsExactly(
                        "ContractDrafted",
                        "FeasibilityAssessed",
                        "PortsReserved",
                        "ContractActivated",
                        "ProvisioningConfirmed",
                        "ProvisioningConfirmed",
                        "ServiceConfirmed",
                        "ChangeScheduled",
                        "ChangeApplied",
                        "PlanChanged",
                        "HoldPlaced",
                        "ContractSuspended",
                        "EnforcementChanged",
                        "HoldLifted",
                        "ContractReconnected",
                        "HoldPlaced",
                        "ContractSuspended",
                        "HoldLifted",
                        "ContractReconnected",
                        "Relocated",
                        "OnuSwapped",
                        "OwnershipTransferred",
                        "ContractCancelled",
                        "ProvisioningConfirmed",
                        "PortsReleased",
                        "ProvisioningConfirmed");
        assertThat(life.contract().status()).isEqualTo(Status.CANCELLED);
        assertThat(life.contract().customer()).isEqualTo(BRUNO);
        assertThat(life.contract().plan()).isEqualTo(FIBRE_300);
        assertThat(life.contract().address()).isEqualTo(OFFICE);
    }

    @Test
    void its_events_tell_every_time_that_reports_need() {
        Life life = wholeLife();

        Contract ended = life.contract();

        assertThat(life.timeOf(ContractEvent.ContractDrafted.class))
                .isEqualTo(ended.draftedAt())
                .isEqualTo(time("2026-03-02T13:00:00Z"));
        assertThat(life.timeOf(ContractEvent.ContractActivated.class))
                .isEqualTo(ended.activatedAt().orElseThrow())
                .isEqualTo(time("2026-03-03T13:00:00Z"));
        assertThat(life.timeOf(ContractEvent.ServiceConfirmed.class))
                .isEqualTo(ended.inServiceSince().orElseThrow())
                .isEqualTo(time("2026-03-03T14:00:00Z"));
        assertThat(life.timeOf(ContractEvent.ContractSuspended.class)).isEqualTo(time("2026-06-11T14:00:00Z"));
        assertThat(life.timeOf(ContractEvent.ContractReconnected.class)).isEqualTo(time("2026-07-11T14:00:00Z"));
        assertThat(life.timeOf(ContractEvent.ContractCancelled.class))
                .isEqualTo(ended.cancelledAt().orElseThrow())
                .isEqualTo(time("2027-01-27T14:00:00Z"));
    }

    @Test
    void the_story_told_again_makes_the_same_contract() {
        Life life = wholeLife();

        Contract told = Contract.replay(life.events());

        assertThat(told).isEqualTo(life.contract());
        assertThat(told.snapshot()).isEqualTo(life.contract().snapshot());
    }

    private static Life wholeLife() {
        Life life = Life.drafted().assessed(Verdict.QUALIFIED).does(Life.reserve(Duration.ofDays(7)));
        life.later(Duration.ofDays(1)).does(new Command.Activate(HOME_PORT, ONU, LOGIN));
        life.later(Duration.ofHours(1)).confirmed();
        life.does(schedule(new Command.ChangePlan(FIBRE_300), life.now().plus(Duration.ofDays(10))))
                .later(Duration.ofDays(10))
                .handlesWhatIsDue();
        life.later(Duration.ofDays(60)).does(suspend(SuspensionReason.NON_PAYMENT), Trigger.DUNNING);
        life.later(Duration.ofDays(5))
                .does(
                        new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.HARD_BLOCK),
                        Trigger.DUNNING);
        life.later(Duration.ofDays(5)).does(new Command.LiftHold(SuspensionReason.NON_PAYMENT), Trigger.PAYMENT);
        life.later(Duration.ofDays(20))
                .does(
                        suspend(SuspensionReason.CUSTOMER_REQUEST, life.now().plus(Duration.ofDays(30))),
                        Trigger.CUSTOMER);
        life.later(Duration.ofDays(31)).handlesWhatIsDue();
        life.does(relocateTo(OFFICE, OFFICE_PORT, life.now())).does(new Command.SwapOnu(SPARE_ONU));
        life.does(new Command.TransferOwnership(BRUNO, Optional.of(OTHER_LOGIN), Optional.empty()));
        return life.later(Duration.ofDays(199))
                .does(cancel(CancellationReason.CUSTOMER_REQUEST))
                .confirmed();
    }

    private static Instant time(String text) {
        return Instant.parse(text);
    }
}
