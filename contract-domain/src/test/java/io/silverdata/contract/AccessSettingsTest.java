package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.terms;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AllowedReplyAttribute;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ReplyAttribute;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.spi.HeldPrefix;
import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What RADIUS tells of one subscriber: part of the contract, unique where it must be, gone with the login. */
class AccessSettingsTest {
    private static final AccessSettings FIXED = AccessSettings.NONE
            .with(new IpAddress("203.0.113.7"))
            .withDelegatedPrefix(new IpPrefix("2001:db8:7::/56"))
            .with(FramedRoute.to(new IpPrefix("198.51.100.64/28")));

    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.builder()
            .replyAttributes(List.of(
                    AllowedReplyAttribute.once("Session-Timeout", AllowedReplyAttribute.Type.INTEGER),
                    new AllowedReplyAttribute("Cisco-AVPair", AllowedReplyAttribute.Type.TEXT, 2)))
            .build();

    private Contract now(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    private Either<Rejection, CommandResult> change(Contract contract, AccessSettings settings) {
        return contracts.changeAccessSettings(contract.id(), settings, STAFF);
    }

    private void deliver() {
        contracts.worker().deliverPending(100);
    }

    private static AccessSettings fixed(String address) {
        return AccessSettings.NONE.with(new IpAddress(address));
    }

    @Test
    void are_delivered_to_RADIUS_and_stay_through_plan_change_move_hold_transfer_and_another_login() {
        Contract contract = operator.inService(1);

        assertThat(change(contract, FIXED).get().events())
                .extracting(recorded -> (Object) recorded.event())
                .containsExactly(new ContractEvent.AccessSettingsChanged(AccessSettings.NONE, FIXED));
        deliver();
        assertThat(operator.radius.get(user(1)))
                .extracting(AccessService::settings)
                .isEqualTo(FIXED);
        assertThat(operator.told).containsExactly("access NONE");

        contracts
                .changePlan(contract.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                .get();
        contracts
                .relocate(contract.id(), contract.address(), new SplitterOutputId(Operator.FAR, 5), STAFF)
                .get();
        contracts
                .suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .get();
        contracts.renameLogin(contract.id(), user(9), STAFF).get();
        deliver();
        contracts.liftHold(contract.id(), SuspensionReason.NON_PAYMENT, STAFF).get();
        contracts
                .transferOwnership(contract.id(), Transfer.to(new CustomerId("c-2")), STAFF)
                .get();
        deliver();

        assertThat(now(contract).accessSettings()).isEqualTo(FIXED);
        assertThat(operator.radius.get(user(9)))
                .extracting(AccessService::settings)
                .isEqualTo(FIXED);
        assertThat(now(contract).provisioning().summary()).isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void that_overlap_are_refused_and_the_contract_that_has_them_is_named() {
        Contract holder = operator.inService(1);
        Contract other = operator.inService(2);
        change(holder, FIXED).get();

        assertThat(change(other, fixed("203.0.113.7")).getLeft())
                .isEqualTo(new Rejection.NetworkInUse(
                        new IpPrefix("203.0.113.7/32"), new IpPrefix("203.0.113.7/32"), holder.id()));
        assertThat(change(other, fixed("198.51.100.70")).getLeft())
                .isEqualTo(new Rejection.NetworkInUse(
                        new IpPrefix("198.51.100.70/32"), new IpPrefix("198.51.100.64/28"), holder.id()));
        assertThat(change(other, AccessSettings.NONE.withPrefix(new IpPrefix("2001:db8:7:1::/64")))
                        .getLeft())
                .isEqualTo(new Rejection.NetworkInUse(
                        new IpPrefix("2001:db8:7:1::/64"), new IpPrefix("2001:db8:7::/56"), holder.id()));
        assertThat(now(other)).isEqualTo(other);
        assertThat(contracts.holdersOf(new IpPrefix("198.51.100.0/24"), 10))
                .containsExactly(new HeldPrefix(new IpPrefix("198.51.100.64/28"), holder.id()));
    }

    @Test
    void are_held_until_RADIUS_has_removed_them() {
        Contract holder = operator.inService(1);
        Contract other = operator.inService(2);
        change(holder, fixed("203.0.113.7")).get();
        deliver();

        change(holder, fixed("203.0.113.8")).get();
        assertThat(change(other, fixed("203.0.113.7")).getLeft()).isInstanceOf(Rejection.NetworkInUse.class);
        deliver();
        assertThat(change(other, fixed("203.0.113.7")).isRight()).isTrue();

        contracts
                .cancel(holder.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                .get();
        assertThat(now(holder).heldPrefixes()).containsExactly(new IpPrefix("203.0.113.8/32"));
        deliver();
        assertThat(now(holder).heldPrefixes()).isEmpty();
        assertThat(now(holder).accessSettings()).isEqualTo(AccessSettings.NONE);
    }

    @Test
    void of_a_draft_begin_with_its_login() {
        Contract draft = contracts.draft(terms(), STAFF).get().contract();
        change(draft, FIXED).get();
        contracts.assess(draft.id(), STAFF).get();

        Contract active =
                contracts.activate(draft.id(), onu(1), user(1), STAFF).get().contract();
        deliver();

        assertThat(DesiredNetwork.of(active).access().service().orElseThrow().settings())
                .isEqualTo(FIXED);
        assertThat(operator.radius.get(user(1)))
                .extracting(AccessService::settings)
                .isEqualTo(FIXED);
        assertThat(change(active, FIXED).getLeft()).isInstanceOf(Rejection.NothingToChange.class);
    }

    @Test
    void an_attribute_must_be_allowed_as_often_and_of_its_type() {
        Contract contract = operator.inService(1);
        AccessSettings none = AccessSettings.NONE;

        assertThat(change(contract, none.with(new ReplyAttribute("Filter-Id", "gold")))
                        .getLeft())
                .isEqualTo(new Rejection.AttributeNotAllowed("Filter-Id", 0));
        assertThat(change(
                                contract,
                                none.with(new ReplyAttribute("Session-Timeout", "60"))
                                        .with(new ReplyAttribute("Session-Timeout", "61")))
                        .getLeft())
                .isEqualTo(new Rejection.AttributeNotAllowed("Session-Timeout", 1));
        assertThat(change(contract, none.with(new ReplyAttribute("Session-Timeout", "an hour")))
                        .getLeft())
                .isInstanceOfSatisfying(Rejection.InvalidValue.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("Session-Timeout");
                    assertThat(refusal.value()).isEqualTo("an hour");
                });
        assertThat(change(
                                contract,
                                none.with(new ReplyAttribute("Session-Timeout", "3600"))
                                        .with(new ReplyAttribute("Cisco-AVPair", "ip:vrf-id=b"))
                                        .with(new ReplyAttribute("Cisco-AVPair", "ip:vrf-id=a")))
                        .isRight())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator.builder()
                        .replyAttributes(List.of(
                                AllowedReplyAttribute.once("X", AllowedReplyAttribute.Type.TEXT),
                                AllowedReplyAttribute.once("X", AllowedReplyAttribute.Type.INTEGER))));
    }

    @Nested
    class An_adopted_contract {
        private final LocalDate today = LocalDate.ofInstant(Operator.START, Operator.ZONE);

        private Adoption adoption(int n, AccessSettings settings) {
            return Adoption.of(terms(), Operator.START.minusSeconds(86_400), today, onu(n), user(n))
                    .with(settings);
        }

        @Test
        void brings_them_and_no_device_is_told() {
            Contract adopted = contracts.adopt(adoption(1, FIXED), STAFF).get().contract();
            deliver();

            assertThat(now(adopted).accessSettings()).isEqualTo(FIXED);
            assertThat(now(adopted).provisioning().access().summary()).isEqualTo(Summary.UNVERIFIED);
            assertThat(operator.told).isEmpty();
            assertThat(Contract.replay(contracts.history(adopted.id()))).isEqualTo(now(adopted));
        }

        @Test
        void is_refused_with_the_address_of_another_or_an_attribute_that_is_not_allowed() {
            Contract first = contracts.adopt(adoption(1, FIXED), STAFF).get().contract();

            assertThat(contracts
                            .adopt(adoption(2, fixed("198.51.100.79")), STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.NetworkInUse(
                            new IpPrefix("198.51.100.79/32"), new IpPrefix("198.51.100.64/28"), first.id()));
            AccessSettings other = AccessSettings.NONE.with(new ReplyAttribute("Filter-Id", "gold"));
            assertThat(contracts.adopt(adoption(3, other), STAFF).getLeft())
                    .isEqualTo(new Rejection.AttributeNotAllowed("Filter-Id", 0));
        }
    }
}
