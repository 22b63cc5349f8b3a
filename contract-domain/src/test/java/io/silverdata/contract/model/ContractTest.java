package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.CONTRACT;
import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.PREDECESSOR;
import static io.silverdata.contract.model.Situations.at;
import static io.silverdata.contract.model.Situations.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractTest {

    @Nested
    class Replaying {

        @Test
        void needs_a_beginning() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Contract.replay(List.of()))
                    .withMessage("a contract begins with ContractDrafted, but there are no events");
        }

        @Test
        void begins_with_the_draft() {
            List<RecordedEvent> events = Life.reserved().events();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Contract.replay(events.subList(1, 3)))
                    .withMessage("a contract begins with ContractDrafted at version 1,"
                            + " but there is FeasibilityAssessed at version 2");
        }

        @Test
        void begins_at_version_1() {
            RecordedEvent late = recorded(CONTRACT, 2, terms(FIBRE_100));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Contract.replay(List.of(late)))
                    .withMessageEndingWith("but there is ContractDrafted at version 2");
        }

        @Test
        void misses_no_event() {
            List<RecordedEvent> events = new ArrayList<>(Life.reserved().events());
            events.remove(1);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Contract.replay(events))
                    .withMessage(
                            "expected version 2 of contract " + CONTRACT + ", was version 3 of contract " + CONTRACT);
        }

        @Test
        void goes_on_event_by_event_or_with_all_at_once() {
            List<RecordedEvent> events = Life.cancelled().events();
            Contract first = Contract.replay(events.subList(0, 1));

            Contract oneByOne = first;
            for (RecordedEvent event : events.subList(1, events.size())) {
                oneByOne = oneByOne.after(event);
            }

            assertThat(oneByOne).isEqualTo(Contract.replay(events));
            assertThat(first.after(events.subList(1, events.size()).toArray(new RecordedEvent[0])))
                    .isEqualTo(oneByOne);
            assertThat(first.after()).isSameAs(first);
        }

        @Test
        void goes_on_with_the_next_event_of_the_same_contract_only() {
            Contract first = Contract.replay(List.of(recorded(CONTRACT, 1, terms(FIBRE_100))));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.after(recorded(CONTRACT, 3, new ContractEvent.ProvisioningRetried())))
                    .withMessage(
                            "expected version 2 of contract " + CONTRACT + ", was version 3 of contract " + CONTRACT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.after(recorded(PREDECESSOR, 2, new ContractEvent.ProvisioningRetried())));
        }

        @Test
        void takes_the_events_of_one_contract_only() {
            List<RecordedEvent> events = List.of(
                    recorded(CONTRACT, 1, terms(FIBRE_100)),
                    recorded(PREDECESSOR, 2, new ContractEvent.ProvisioningRetried()));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Contract.replay(events))
                    .withMessageEndingWith("was version 2 of contract " + PREDECESSOR);
        }

        @Test
        void drafts_once() {
            List<RecordedEvent> events =
                    List.of(recorded(CONTRACT, 1, terms(FIBRE_100)), recorded(CONTRACT, 2, terms(FIBRE_100)));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Contract.replay(events))
                    .withMessage("contract " + CONTRACT + " was drafted twice");
        }

        private static RecordedEvent recorded(ContractId contract, long version, ContractEvent event) {
            return new RecordedEvent(
                    contract, version, at(MORNING, Trigger.ADMIN).forEvents(), event);
        }
    }

    @Nested
    class Comparing {

        @Test
        void looks_at_every_fact() {
            Contract one = Life.active().contract();
            Contract same = Contract.restore(one.snapshot());
            Contract other = Life.reserved().contract();

            assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
            assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
            assertThat(one.equals(new Object())).isFalse();
        }

        @Test
        void is_shown_in_a_few_words() {
            assertThat(Life.active().contract()).hasToString("Contract C-2026-000042 ACTIVE v4");
        }
    }

    @Nested
    class SayingNoBeforehand {

        @Test
        void looks_at_the_status_only() {
            Contract draft = Life.drafted().contract();

            assertThat(draft.objectionTo(CommandKind.ACTIVATE)).isEmpty();
            assertThat(draft.objectionTo(CommandKind.SWAP_ONU))
                    .contains(new Rejection.IllegalTransition(Status.DRAFT, CommandKind.SWAP_ONU));
            assertThat(Life.cancelled().contract().objectionTo(CommandKind.SWAP_ONU))
                    .contains(new Rejection.ContractEnded(CONTRACT));
        }

        @ParameterizedTest
        @EnumSource(Status.class)
        void live_is_between_activation_and_end(Status status) {
            assertThat(status.isLive()).isEqualTo(status == Status.ACTIVE || status == Status.SUSPENDED);
        }
    }

    @Nested
    class CommandsAndEvents {

        @Test
        void guard_their_ranges() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Command.RenewReservation(MORNING, -1))
                    .withMessage("maxRenewals must be 0 to 2147483647, was \"-1\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Command.ConfirmProvisioning(NetworkTarget.LINE, 0))
                    .withMessage("desiredVersion must be 1 to 9223372036854775807, was \"0\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Command.FailProvisioning(NetworkTarget.LINE, 0, Situations.TIMEOUT));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Command.Reserve(Situations.HOME_PORT, MORNING, Optional.of("")))
                    .withMessage(
                            "override must be 1 to 256 characters without control characters or lone surrogates, was \"\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Command.TransferOwnership(
                            Situations.BRUNO, Optional.empty(), Optional.of("x".repeat(257))));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ContractEvent.ContractDrafted(
                            Situations.NUMBER, Optional.empty(), Situations.ANA, FIBRE_100, Situations.HOME, 32))
                    .withMessage("billingDay must be 1 to 31, was \"32\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ServiceAddress("", new GeoPosition(0, 0)))
                    .withMessage(
                            "address must be 1 to 256 characters without control characters or lone surrogates, was \"\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Reservation(Situations.HOME_PORT, MORNING, -1))
                    .withMessage("renewals must be 0 to 2147483647, was \"-1\"");
        }
    }
}
