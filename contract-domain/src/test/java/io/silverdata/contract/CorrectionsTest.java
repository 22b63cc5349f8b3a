package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.ZONE;
import static io.silverdata.contract.Operator.home;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.OneOff;
import io.silverdata.contract.report.ReportSettings;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Corrections change the record: no device is told, nothing is charged, and no port is taken that is not meant. */
class CorrectionsTest {
    private static final ServiceAddress SPELT_RIGHT = new ServiceAddress("Calle 1 No. 17", Operator.HOME);
    private static final ServiceAddress ELSEWHERE =
            new ServiceAddress("Calle 1", new GeoPosition(Operator.HOME.latitude() + 0.002, -78.48));
    private static final ServiceAddress NOWHERE = new ServiceAddress("Galápagos", new GeoPosition(-0.95, -90.97));
    private static final SplitterOutputId CHOSEN = new SplitterOutputId(Operator.FAR, 5);

    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;

    private Contract now(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    private void deliver() {
        contracts.worker().deliverPending(100);
    }

    private List<OneOff> facts(Contract contract) {
        return new BillingFeed(ReportSettings.in(ZONE)).oneOffs(contracts.history(contract.id()));
    }

    private List<OneOff.Kind> kinds(Contract contract) {
        return facts(contract).stream().map(OneOff::kind).toList();
    }

    @Nested
    class An_address {
        @Test
        void is_corrected_without_works_and_the_contract_is_found_by_it() {
            Contract contract = operator.inService(1);

            CommandResult corrected =
                    contracts.correctAddress(contract.id(), SPELT_RIGHT, STAFF).get();
            deliver();

            assertThat(corrected.events())
                    .extracting(recorded -> (Object) recorded.event())
                    .containsExactly(new ContractEvent.AddressCorrected(home(), SPELT_RIGHT));
            assertThat(now(contract).address()).isEqualTo(SPELT_RIGHT);
            assertThat(now(contract).line()).isEqualTo(contract.line());
            assertThat(now(contract).assessment()).isEqualTo(contract.assessment());
            assertThat(operator.told).isEmpty();
            assertThat(contracts
                            .search(
                                    ContractQuery.builder()
                                            .addressContaining("No. 17")
                                            .build(),
                                    Page.first(10))
                            .items())
                    .hasSize(1);
        }

        @Test
        void that_was_at_another_position_makes_a_draft_be_assessed_again() {
            Contract draft = contracts.draft(Operator.terms(), STAFF).get().contract();
            contracts.assess(draft.id(), STAFF).get();

            contracts.correctAddress(draft.id(), ELSEWHERE, STAFF).get();

            assertThat(contracts.reserve(draft.id(), STAFF).getLeft()).isEqualTo(new Rejection.NotAssessed());
        }

        @Test
        void is_refused_if_it_is_right_or_the_contract_has_ended() {
            Contract contract = operator.inService(1);

            assertThat(contracts
                            .correctAddress(contract.id(), contract.address(), STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.NothingToChange.class);
            contracts
                    .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                    .get();
            assertThat(contracts
                            .correctAddress(contract.id(), SPELT_RIGHT, STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.ContractEnded(contract.id()));
        }

        @Test
        void charges_no_move_and_takes_none_back() {
            Contract contract = operator.inService(1);
            contracts.relocate(contract.id(), ELSEWHERE, STAFF).get();
            assertThat(kinds(contract)).containsOnlyOnce(OneOff.Kind.RELOCATION);
            List<OneOff> before = facts(contract);

            contracts.correctAddress(contract.id(), SPELT_RIGHT, STAFF).get();
            contracts.correctAddress(contract.id(), home(), STAFF).get();

            assertThat(facts(contract)).isEqualTo(before);
        }

        @Test
        void a_move_to_the_address_that_was_recorded_wrongly_is_a_move() {
            Contract contract = operator.inService(1);
            contracts.correctAddress(contract.id(), ELSEWHERE, STAFF).get();

            contracts.relocate(contract.id(), home(), STAFF).get();

            assertThat(kinds(contract)).containsOnlyOnce(OneOff.Kind.RELOCATION);
        }
    }

    @Nested
    class A_number {
        private final ContractNumber right = new ContractNumber("2026-000017");

        @Test
        void is_corrected_and_the_contract_is_found_by_the_new_one_alone() {
            Contract contract = operator.inService(1);

            CommandResult corrected =
                    contracts.correctNumber(contract.id(), right, STAFF).get();
            deliver();

            assertThat(corrected.events())
                    .extracting(recorded -> (Object) recorded.event())
                    .containsExactly(new ContractEvent.NumberCorrected(contract.number(), right));
            assertThat(contracts.find(right)).contains(now(contract));
            assertThat(contracts.find(contract.number())).isEmpty();
            assertThat(contracts
                            .search(ContractQuery.builder().number(right).build(), Page.first(10))
                            .items())
                    .hasSize(1);
            assertThat(operator.told).isEmpty();
        }

        @Test
        void of_another_contract_is_refused_and_free_once_that_has_another() {
            Contract contract = operator.inService(1);
            Contract other = operator.inService(2);

            Either<Rejection, CommandResult> taken = contracts.correctNumber(contract.id(), other.number(), STAFF);
            contracts.correctNumber(other.id(), right, STAFF).get();
            Either<Rejection, CommandResult> free = contracts.correctNumber(contract.id(), other.number(), STAFF);

            assertThat(taken.getLeft()).isEqualTo(new Rejection.ContractNumberInUse(other.number()));
            assertThat(free.isRight()).isTrue();
            assertThat(contracts
                            .draft(
                                    NewContract.of(
                                                    contract.customer(),
                                                    contract.plan().id(),
                                                    home())
                                            .numbered(right),
                                    STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.ContractNumberInUse(right));
            assertThat(contracts
                            .correctNumber(contract.id(), other.number(), STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.NothingToChange.class);
        }
    }

    @Nested
    class A_move_to_an_output_of_ones_choice {
        @Test
        void takes_that_output_and_retires_the_old_line() {
            Contract contract = operator.inService(1);

            contracts.relocate(contract.id(), contract.address(), CHOSEN, STAFF).get();
            deliver();

            assertThat(now(contract).line().orElseThrow().ports().splitterOutput())
                    .isEqualTo(CHOSEN);
            assertThat(now(contract).retiredLines()).isEmpty();
            assertThat(kinds(contract)).doesNotContain(OneOff.Kind.RELOCATION);
            assertThat(operator.told).isNotEmpty();
        }

        @Test
        void is_refused_where_the_assessment_does_not_qualify_it_and_made_with_an_override() {
            Contract contract = operator.inService(1);

            Either<Rejection, CommandResult> refused = contracts.relocate(contract.id(), NOWHERE, CHOSEN, STAFF);
            Either<Rejection, CommandResult> overridden =
                    contracts.relocateUnqualified(contract.id(), NOWHERE, CHOSEN, "drop was measured", STAFF);

            assertThat(refused.getLeft()).isInstanceOf(Rejection.NotQualified.class);
            assertThat(overridden.get().events())
                    .extracting(recorded -> (Object) recorded.event())
                    .singleElement()
                    .isInstanceOfSatisfying(ContractEvent.Relocated.class, moved -> {
                        assertThat(moved.override()).contains("drop was measured");
                        assertThat(moved.to()).isEqualTo(NOWHERE);
                    });
            assertThat(kinds(contract)).containsOnlyOnce(OneOff.Kind.RELOCATION);
        }

        @Test
        void is_refused_where_the_output_is_taken_unknown_or_the_present_one() {
            Contract contract = operator.inService(1);
            SplitterOutputId own = contract.line().orElseThrow().ports().splitterOutput();
            SplitterOutputId taken =
                    operator.subscriber(2).line().orElseThrow().ports().splitterOutput();
            SplitterOutputId unknown = new SplitterOutputId(new SplitterId("NAP-9"), 1);
            SplitterOutputId beyond = new SplitterOutputId(Operator.FAR, 9);

            assertThat(contracts
                            .relocate(contract.id(), contract.address(), taken, STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.PortUnavailable.class);
            assertThat(contracts
                            .relocateUnqualified(contract.id(), contract.address(), unknown, "why", STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.UnknownPort(unknown));
            assertThat(contracts
                            .relocate(contract.id(), contract.address(), beyond, STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.UnknownPort(beyond));
            assertThat(contracts
                            .relocate(contract.id(), contract.address(), own, STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.NothingToChange.class);
            assertThat(now(contract)).isEqualTo(contract);
        }
    }
}
