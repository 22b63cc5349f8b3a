package io.silverdata.contract;

import static io.silverdata.contract.Operator.PON;
import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.ZONE;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.terms;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.command.AddOnOrder;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AddOnSuspension;
import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.move.MovedContract;
import io.silverdata.contract.spi.PlantLayout;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a holder has beside the plan: agreed, started, bound to the line, suspended by its own rule, and over. */
class AddOnTest {
    private static final ProfileName VOIP = new ProfileName("VOIP");
    private static final ProfileName IPTV = new ProfileName("IPTV");
    private static final AddOn TELEPHONE = AddOn.monthly(new AddOnId("telephone"), "Telephone", Money.of("5", "USD"))
            .boundAs(VOIP)
            .whenSuspended(AddOnSuspension.UNAFFECTED);
    private static final AddOn TELEVISION = AddOn.monthly(new AddOnId("iptv"), "Television", Money.of("120", "USD"))
            .per(BillingCycle.ANNUAL)
            .boundAs(IPTV);
    private static final AddOn ADDRESS = AddOn.monthly(new AddOnId("static-ip"), "Address", Money.of("3", "USD"));
    private static final LocalDate TODAY = LocalDate.ofInstant(Operator.START, ZONE);

    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;

    private Contract now(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    private Either<Rejection, CommandResult> add(Contract contract, AddOn addOn) {
        return contracts.addAddOn(contract.id(), AddOnOrder.of(addOn), STAFF);
    }

    private void deliver() {
        contracts.worker().deliverPending(100);
    }

    private void dayAfter(LocalDate day) {
        operator.clock.set(day.plusDays(1).atStartOfDay(ZONE).toInstant());
        contracts.worker().applyDue(100);
        deliver();
    }

    private List<ProfileName> bound(int n) {
        return Optional.ofNullable(operator.olt.get(onu(n))).orElseThrow().bindings();
    }

    private static List<Object> events(Either<Rejection, CommandResult> outcome) {
        return outcome.get().events().stream()
                .map(recorded -> (Object) recorded.event())
                .toList();
    }

    @Nested
    class Life {
        @Test
        void an_add_on_is_bound_to_the_line_at_once_and_taken_off_it_when_it_is_removed() {
            Contract contract = operator.inService(1);

            assertThat(events(add(contract, TELEPHONE)))
                    .containsExactly(new ContractEvent.AddOnAdded(TELEPHONE, Operator.START, Optional.empty()));
            deliver();
            assertThat(bound(1)).containsExactly(VOIP);
            assertThat(operator.told).containsExactly("line " + onu(1) + " up");

            assertThat(events(contracts.removeAddOn(contract.id(), TELEPHONE.id(), STAFF)))
                    .containsExactly(new ContractEvent.AddOnRemoved(TELEPHONE));
            deliver();
            assertThat(bound(1)).isEmpty();
            assertThat(now(contract).addOns()).isEmpty();
            assertThat(now(contract).provisioning().summary()).isEqualTo(Summary.IN_SYNC);
        }

        @Test
        void an_add_on_that_only_costs_is_told_to_no_device() {
            Contract contract = operator.inService(1);

            add(contract, ADDRESS).get();
            deliver();

            assertThat(operator.told).isEmpty();
            assertThat(now(contract).addOns())
                    .containsExactly(new AgreedAddOn(ADDRESS, Operator.START, Optional.empty(), true));
        }

        @Test
        void an_add_on_starts_and_ends_on_its_days() {
            Contract contract = operator.inService(1);
            AddOnOrder order =
                    AddOnOrder.of(TELEVISION).from(TODAY.plusDays(10)).until(TODAY.plusDays(40));

            contracts.addAddOn(contract.id(), order, STAFF).get();
            dayAfter(TODAY.plusDays(8));
            assertThat(bound(1)).isEmpty();
            assertThat(now(contract).nextDueAt())
                    .contains(TODAY.plusDays(10).atStartOfDay(ZONE).toInstant());

            dayAfter(TODAY.plusDays(10));
            assertThat(bound(1)).containsExactly(IPTV);
            assertThat(contracts.history(contract.id()).stream()
                            .filter(recorded -> recorded.event() instanceof ContractEvent.AddOnStarted)
                            .map(recorded -> recorded.effectiveAt()))
                    .containsExactly(TODAY.plusDays(10).atStartOfDay(ZONE).toInstant());

            dayAfter(TODAY.plusDays(40));
            assertThat(bound(1)).isEmpty();
            assertThat(now(contract).addOns()).isEmpty();
        }

        @Test
        void the_end_may_be_changed_or_taken_back_until_it_comes() {
            Contract contract = operator.inService(1);
            contracts
                    .addAddOn(contract.id(), AddOnOrder.of(TELEPHONE).until(TODAY.plusDays(5)), STAFF)
                    .get();
            Instant first = TODAY.plusDays(5).atStartOfDay(ZONE).toInstant();
            Instant second = TODAY.plusDays(9).atStartOfDay(ZONE).toInstant();

            assertThat(events(contracts.changeAddOnEnd(
                            contract.id(), TELEPHONE.id(), Optional.of(TODAY.plusDays(9)), STAFF)))
                    .containsExactly(
                            new ContractEvent.AddOnEndChanged(TELEPHONE.id(), Optional.of(first), Optional.of(second)));
            dayAfter(TODAY.plusDays(6));
            assertThat(bound(1)).containsExactly(VOIP);

            contracts
                    .changeAddOnEnd(contract.id(), TELEPHONE.id(), Optional.empty(), STAFF)
                    .get();
            dayAfter(TODAY.plusDays(20));
            assertThat(bound(1)).containsExactly(VOIP);
            assertThat(contracts
                            .changeAddOnEnd(contract.id(), TELEPHONE.id(), Optional.empty(), STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.NothingToChange("endsAt", "never"));
        }

        @Test
        void what_is_yet_to_start_does_not_come_once_it_is_removed() {
            Contract contract = operator.inService(1);
            contracts
                    .addAddOn(contract.id(), AddOnOrder.of(TELEPHONE).from(TODAY.plusDays(5)), STAFF)
                    .get();

            contracts.removeAddOn(contract.id(), TELEPHONE.id(), STAFF).get();
            dayAfter(TODAY.plusDays(6));

            assertThat(bound(1)).isEmpty();
        }

        @Test
        void a_draft_has_add_ons_that_begin_with_the_service_and_the_end_of_a_contract_ends_them() {
            Contract draft = contracts.draft(terms(), STAFF).get().contract();
            add(draft, TELEPHONE).get();
            contracts.assess(draft.id(), STAFF).get();
            contracts.activate(draft.id(), onu(1), user(1), STAFF).get();
            deliver();
            assertThat(bound(1)).containsExactly(VOIP);

            contracts
                    .cancel(draft.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                    .get();
            deliver();

            assertThat(now(draft).addOns()).isEmpty();
            assertThat(operator.olt).doesNotContainKey(onu(1));
        }

        @Test
        void add_ons_stay_through_plan_change_move_another_ONU_and_a_transfer() {
            Contract contract = operator.inService(1);
            add(contract, TELEPHONE).get();
            add(contract, TELEVISION).get();

            contracts
                    .changePlan(contract.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                    .get();
            contracts
                    .relocate(contract.id(), contract.address(), new SplitterOutputId(Operator.FAR, 5), STAFF)
                    .get();
            contracts.swapOnu(contract.id(), onu(9), STAFF).get();
            contracts
                    .transferOwnership(contract.id(), Transfer.to(new CustomerId("c-2")), STAFF)
                    .get();
            deliver();

            assertThat(bound(9)).containsExactly(IPTV, VOIP);
            assertThat(now(contract).addOns()).extracting(AgreedAddOn::addOn).containsExactly(TELEPHONE, TELEVISION);
        }

        @Test
        void two_add_ons_of_one_binding_are_bound_once_and_what_the_plan_brings_along_is_not_bound_beside_it() {
            Contract contract = operator.inService(1);
            add(contract, TELEPHONE).get();
            add(contract, ADDRESS.boundAs(VOIP)).get();
            add(contract, TELEVISION.boundAs(contract.plan().lineProfile())).get();
            deliver();

            assertThat(bound(1)).containsExactly(VOIP);
            operator.told.clear();
            contracts.removeAddOn(contract.id(), TELEPHONE.id(), STAFF).get();
            deliver();

            assertThat(operator.told).isEmpty();
        }
    }

    @Nested
    class Suspended {
        @Test
        void a_cut_takes_off_what_goes_with_the_service_and_leaves_what_stays() {
            Contract contract = operator.inService(1);
            add(contract, TELEPHONE).get();
            add(contract, TELEVISION).get();

            contracts
                    .suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                    .get();
            deliver();
            assertThat(bound(1)).containsExactly(VOIP);

            contracts
                    .liftHold(contract.id(), SuspensionReason.NON_PAYMENT, STAFF)
                    .get();
            deliver();
            assertThat(bound(1)).containsExactly(IPTV, VOIP);
        }

        @Test
        void slower_service_touches_no_add_on() {
            Contract contract = operator.inService(1);
            add(contract, TELEVISION).get();
            deliver();
            operator.told.clear();

            contracts
                    .suspend(
                            contract.id(),
                            Suspension.of(SuspensionReason.NON_PAYMENT).enforcing(Enforcement.THROTTLE),
                            STAFF)
                    .get();
            deliver();

            assertThat(operator.told).containsExactly("access THROTTLE");
        }
    }

    @Nested
    class Refused {
        @Test
        void an_add_on_that_is_there_and_one_that_is_not() {
            Contract contract = operator.inService(1);
            add(contract, TELEPHONE).get();

            assertThat(add(contract, TELEPHONE.per(BillingCycle.ANNUAL)).getLeft())
                    .isEqualTo(new Rejection.AddOnPresent(TELEPHONE.id()));
            assertThat(contracts
                            .removeAddOn(contract.id(), TELEVISION.id(), STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.NoSuchAddOn(TELEVISION.id()));
        }

        @Test
        void more_than_a_contract_may_have() {
            Contract contract = operator.inService(1);
            IntStream.range(0, AddOn.MAX_OF_A_CONTRACT)
                    .mapToObj(n -> AddOn.monthly(new AddOnId("n-" + n), "n", Money.of("1", "USD")))
                    .forEach(addOn -> add(contract, addOn).get());

            assertThat(add(contract, TELEPHONE).getLeft())
                    .isEqualTo(new Rejection.InvalidValue("addOns", "17 add-ons", "at most 16"));
        }

        @Test
        void another_currency_than_the_plans() {
            Contract contract = operator.inService(1);

            assertThat(add(contract, AddOn.monthly(new AddOnId("euro"), "Euro", Money.of("1", "EUR")))
                            .getLeft()
                            .message())
                    .isEqualTo("add-on euro is priced in EUR but the plan in USD");
        }

        @Test
        void a_start_that_is_past_and_an_end_that_is_not_to_come() {
            Contract contract = operator.inService(1);

            assertThat(contracts
                            .addAddOn(contract.id(), AddOnOrder.of(TELEPHONE).from(TODAY.minusDays(1)), STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.InvalidValue(
                            "startsOn", TODAY.minusDays(1).toString(), TODAY + " or later"));
            assertThat(contracts
                            .addAddOn(contract.id(), AddOnOrder.of(TELEPHONE).until(TODAY), STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.InvalidValue.class);
            assertThat(contracts
                            .addAddOn(
                                    contract.id(),
                                    AddOnOrder.of(TELEPHONE)
                                            .from(TODAY.plusDays(3))
                                            .until(TODAY.plusDays(3)),
                                    STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.InvalidValue.class);
            assertThat(now(contract).addOns()).isEmpty();
        }

        @Test
        void a_removal_from_before_the_start() {
            Contract contract = operator.inService(1);
            operator.clock.advance(Duration.ofDays(5));
            add(contract, TELEPHONE).get();
            operator.clock.advance(Duration.ofDays(5));
            Instant tooEarly = Operator.START.plus(Duration.ofDays(4));

            assertThat(contracts
                            .removeAddOn(contract.id(), TELEPHONE.id(), STAFF.effectiveAt(tooEarly))
                            .getLeft())
                    .isInstanceOf(Rejection.EffectiveTimeOutOfRange.class);
        }

        @Test
        void a_name_that_is_no_name() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddOn.monthly(new AddOnId("a"), "", Money.of("1", "USD")))
                    .withMessageContaining("addOnName");
            assertThat(AddOnId.parse("a b").getLeft().field()).isEqualTo("addOnId");
        }
    }

    @Nested
    class OfTheOlt {
        private final Rejection refused =
                new Rejection.BindingUnsupported(PON.olt(), TELEPHONE.id(), VOIP, "it binds one profile");

        private void cannotBind() {
            operator.unbound =
                    (olt, binding) -> binding.equals(VOIP) ? Optional.of("it binds one profile") : Optional.empty();
        }

        @Test
        void what_the_OLT_cannot_bind_is_refused_before_anything_is_written() {
            Contract contract = operator.inService(1);
            cannotBind();

            assertThat(add(contract, TELEPHONE).getLeft()).isEqualTo(refused);
            assertThat(refused.message())
                    .isEqualTo("OLT olt-1 cannot bind VOIP of add-on telephone: it binds one profile");
            assertThat(now(contract)).isEqualTo(contract);
            assertThat(operator.told).isEmpty();
            add(contract, TELEVISION).get();
            add(contract, ADDRESS).get();
        }

        @Test
        void a_draft_hears_of_it_when_it_asks_for_an_output() {
            Contract draft = contracts.draft(terms(), STAFF).get().contract();
            add(draft, TELEPHONE).get();
            contracts.assess(draft.id(), STAFF).get();
            cannotBind();

            assertThat(contracts.reserve(draft.id(), STAFF).getLeft()).isEqualTo(refused);
            assertThat(contracts.activate(draft.id(), onu(1), user(1), STAFF).getLeft())
                    .isEqualTo(refused);
        }

        @Test
        void a_draft_with_an_output_hears_of_it_at_once() {
            Contract draft = contracts.draft(terms(), STAFF).get().contract();
            contracts.assess(draft.id(), STAFF).get();
            contracts.reserve(draft.id(), STAFF).get();
            cannotBind();

            assertThat(add(draft, TELEPHONE).getLeft()).isEqualTo(refused);
        }

        @Test
        void what_is_bound_already_is_asked_for_again_only_where_something_is_to_be_bound_anew() {
            Contract contract = operator.inService(1);
            add(contract, TELEPHONE).get();
            cannotBind();

            assertThat(contracts
                            .relocate(contract.id(), contract.address(), new SplitterOutputId(Operator.FAR, 5), STAFF)
                            .isRight())
                    .isTrue();
            assertThat(add(contract, TELEVISION).getLeft()).isEqualTo(refused);
            assertThat(contracts
                            .changePlan(contract.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                            .getLeft())
                    .isEqualTo(refused);
            assertThat(contracts
                            .removeAddOn(contract.id(), TELEPHONE.id(), STAFF)
                            .isRight())
                    .isTrue();
        }
    }

    @Nested
    class Moving {
        private final PonPortId elsewhere = new PonPortId(new OltId("olt-2"), 0, 1, 1);

        @Test
        void a_move_to_an_OLT_that_cannot_bind_an_add_on_is_refused_and_names_the_contract() {
            Contract contract = operator.inService(1);
            add(contract, TELEPHONE).get();
            operator.storage
                    .plant()
                    .install(new PlantLayout(
                            List.of(new Olt(elsewhere.olt(), ServiceState.UP)),
                            List.of(new PonPort(
                                    elsewhere,
                                    Set.of(Technology.GPON),
                                    64,
                                    Optional.of(OpticalPower.ofDbm(4)),
                                    ServiceState.UP)),
                            List.of()));
            operator.unbound =
                    (olt, binding) -> olt.equals(elsewhere.olt()) ? Optional.of("one profile") : Optional.empty();
            SplitterId splitter =
                    now(contract).line().orElseThrow().ports().splitterOutput().splitter();
            PlantMove move = new PlantMove(
                    "m",
                    List.of(new SplitterMove(splitter, SplicePoint.of(PON), SplicePoint.of(elsewhere))),
                    Operator.START);

            assertThat(contracts.moves().preview(move).withoutPlace())
                    .extracting(MovedContract::contract)
                    .containsExactly(contract.id());
            assertThat(contracts.moves().begin(move, STAFF).getLeft())
                    .isEqualTo(new Rejection.BindingUnsupported(elsewhere.olt(), TELEPHONE.id(), VOIP, "one profile"));
        }
    }

    @Nested
    class Adopted {
        private Adoption adoption() {
            return Adoption.of(terms(), Operator.START.minus(Duration.ofDays(90)), TODAY, onu(1), user(1))
                    .at(new SplitterOutputId(Operator.FAR, 5));
        }

        @Test
        void add_ons_are_taken_over_with_their_start_and_nothing_is_told_to_a_device() {
            Contract adopted = contracts
                    .adopt(
                            adoption()
                                    .with(AddOnOrder.of(TELEPHONE))
                                    .with(AddOnOrder.of(TELEVISION).from(TODAY.minusDays(20)))
                                    .with(AddOnOrder.of(ADDRESS).from(TODAY.plusDays(20))),
                            STAFF)
                    .get()
                    .contract();
            deliver();

            assertThat(adopted.addOns())
                    .extracting(AgreedAddOn::startsAt)
                    .containsExactly(
                            Operator.START.minus(Duration.ofDays(90)),
                            TODAY.minusDays(20).atStartOfDay(ZONE).toInstant(),
                            TODAY.plusDays(20).atStartOfDay(ZONE).toInstant());
            assertThat(adopted.addOns()).extracting(AgreedAddOn::started).containsExactly(true, true, false);
            assertThat(DesiredNetwork.of(adopted).line().service().map(LineService::bindings))
                    .contains(List.of(IPTV, VOIP));
            assertThat(operator.told).isEmpty();
            assertThat(adopted.provisioning().summary()).isEqualTo(Summary.UNVERIFIED);
        }

        @Test
        void an_add_on_twice_or_one_that_is_over_is_refused() {
            assertThat(contracts
                            .adopt(adoption().with(AddOnOrder.of(TELEPHONE)).with(AddOnOrder.of(TELEPHONE)), STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.AddOnPresent(TELEPHONE.id()));
            assertThat(contracts
                            .adopt(adoption().with(AddOnOrder.of(TELEPHONE).until(TODAY.minusDays(1))), STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.InvalidValue.class);
        }

        @Test
        void what_the_OLT_cannot_bind_is_refused() {
            operator.unbound = (olt, binding) -> Optional.of("nothing");

            assertThat(contracts
                            .adopt(adoption().with(AddOnOrder.of(TELEPHONE)), STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.BindingUnsupported(PON.olt(), TELEPHONE.id(), VOIP, "nothing"));
        }
    }
}
