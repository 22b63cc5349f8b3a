package io.silverdata.contract.engine;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.anActiveContract;
import static io.silverdata.contract.testkit.ContractFixtures.drafted;
import static io.silverdata.contract.testkit.ContractFixtures.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final CommandMetadata NOW = metadata(START, Trigger.ADMIN);
    private static final Command CANCEL = new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty());

    @Test
    void several_times_is_one_decision() {
        Decision draft = drafted(1);

        Decision ended = draft.then(next -> Decider.decide(next, CANCEL, NOW)).get();

        assertThat(ended.contract().status()).isEqualTo(Status.CANCELLED);
        assertThat(ended.events()).hasSize(2).startsWith(draft.events().get(0));
        assertThat(Contract.replay(ended.events())).isEqualTo(ended.contract());
    }

    @Test
    void stops_at_the_first_refusal() {
        Decision draft = drafted(1);

        Either<Rejection, Decision> outcome =
                draft.then(next -> Decider.decide(next, new Command.ReleaseReservation(), NOW));

        assertThat(outcome).isEqualTo(Either.left(new Rejection.NoReservation()));
    }

    @Test
    void gives_all_its_events_the_metadata_of_the_command() {
        CommandMetadata later = metadata(START.plus(Duration.ofDays(30)), Trigger.ADMIN);
        Command suspend = new Command.Suspend(
                SuspensionPolicies.defaults().find(SuspensionReason.TECHNICAL).orElseThrow(),
                Enforcement.HARD_BLOCK,
                Optional.empty());

        Decision suspended = Decider.decide(anActiveContract(1), suspend, later).get();

        assertThat(suspended.events())
                .hasSize(2)
                .extracting(RecordedEvent::metadata)
                .containsOnly(later.forEvents());
    }
}
