package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to one target of a contract while the other is in trouble. */
class TargetFateTest {
    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;

    @Test
    void radius_does_not_wait_for_an_olt_that_does_not_answer_unless_the_line_is_new() {
        Contract contract = operator.inService(1);
        operator.trouble = silent("line");
        changePlan(contract);

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("line " + onu(1) + " up", "access NONE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Enforcement.class,
            names = {"THROTTLE", "CAPTIVE", "HARD_BLOCK"})
    void a_restriction_reaches_radius_while_the_olt_does_not_answer(Enforcement enforcement) {
        Contract contract = operator.inService(1);
        operator.trouble = silent("line");
        changePlan(contract);
        contracts
                .suspend(
                        contract.id(),
                        Suspension.of(SuspensionReason.ADMINISTRATIVE).enforcing(enforcement),
                        STAFF)
                .get();

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("access " + enforcement, "line " + onu(1) + " up");
        assertThat(needsDelivery(contract, NetworkTarget.ACCESS)).isFalse();
    }

    @Test
    void a_refusal_of_one_does_not_end_the_tries_of_the_other() {
        Contract contract = operator.inService(1);
        contracts
                .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                .get();
        operator.trouble = operation -> operation.startsWith("access")
                ? Optional.of(new DeviceOutcome.Refused("TABLE_LOCKED", "radcheck"))
                : silent("line").apply(operation);
        assertThat(contracts.worker().deliverPending(10).retried()).isEqualTo(1);

        operator.trouble = operation -> Optional.empty();
        operator.clock.advance(Duration.ofMinutes(1));
        contracts.worker().deliverPending(10);

        assertThat(operator.olt).isEmpty();
        assertThat(contracts.worker().parked(10))
                .extracting(ParkedWork::target, ParkedWork::attempts)
                .containsExactly(tuple(NetworkTarget.ACCESS, 1));
        assertThat(needsDelivery(contract, NetworkTarget.LINE)).isFalse();
    }

    /** The OLT's management is down, and traffic flows. */
    @Test
    void a_payment_reaches_radius_while_a_plan_change_waits_for_an_olt_that_is_silent_for_days() {
        Contract contract = operator.inService(1);
        suspend(contract, Enforcement.CAPTIVE);
        contracts.worker().deliverPending(10);
        operator.trouble = silent("line");
        changePlan(contract);
        runFor(Duration.ofDays(1));
        contracts.liftHold(contract.id(), SuspensionReason.NON_PAYMENT, STAFF).get();

        contracts.worker().deliverPending(10);

        assertThat(Optional.ofNullable(operator.radius.get(user(1))).map(AccessService::enforcement))
                .contains(Enforcement.NONE);
        runFor(Duration.ofDays(2));
        assertThat(contracts.worker().parked(10)).isEmpty();
        operator.trouble = operation -> Optional.empty();
        runFor(Duration.ofMinutes(2));
        assertThat(summary(contract)).isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void silence_of_three_days_is_not_given_up() {
        operator.trouble = operation -> Optional.of(new DeviceOutcome.NoAnswer("time-out"));
        operator.readable = false;
        Contract contract = operator.subscriber(1);
        runFor(Duration.ofDays(3));
        assertThat(summary(contract)).isEqualTo(Summary.PENDING);

        operator.trouble = operation -> Optional.empty();
        operator.readable = true;
        runFor(Duration.ofMinutes(2));

        assertThat(operator.olt).containsOnlyKeys(onu(1));
        assertThat(operator.radius).containsOnlyKeys(user(1));
    }

    @Test
    void an_unknown_outcome_of_a_device_that_cannot_be_read_back_is_silence_and_not_given_up() {
        Contracts impatient = operator.builder()
                .retries(new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 0, 3))
                .build();
        Contract contract = operator.subscriber(1);
        operator.trouble = operation -> Optional.of(new DeviceOutcome.Unknown("the connection broke"));
        operator.readable = false;

        for (int attempt = 0; attempt < 10; attempt++) {
            impatient.worker().deliverPending(10);
            operator.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(summary(contract)).isEqualTo(Summary.PENDING);
    }

    @Test
    void what_a_device_did_without_an_answer_is_found_by_reading_back() {
        Contract contract = operator.inService(1);
        operator.trouble = operation -> Optional.of(new DeviceOutcome.NoAnswer("time-out"));
        contracts.worker().redeliver(contract.id());

        assertThat(contracts.worker().deliverPending(10).confirmed()).isEqualTo(1);

        assertThat(operator.told).containsExactly("line " + onu(1) + " up", "line read", "access NONE", "access read");
    }

    @Test
    void a_line_that_was_refused_keeps_radius_waiting_until_it_is_retried() {
        operator.trouble = operation -> operation.startsWith("line")
                ? Optional.of(new DeviceOutcome.Refused("NO_SUCH_PROFILE", "line-100"))
                : Optional.empty();
        Contract contract = operator.subscriber(1);
        contracts.worker().deliverPending(10);
        assertThat(operator.told).containsExactly("line " + onu(1) + " up");
        assertThat(contracts.worker().parked(10))
                .extracting(ParkedWork::target, ParkedWork::problem)
                .containsExactly(
                        tuple(NetworkTarget.ACCESS, "WAITS_FOR_LINE: the line is not there yet"),
                        tuple(NetworkTarget.LINE, "NO_SUCH_PROFILE: line-100"));

        operator.trouble = operation -> Optional.empty();
        contracts.worker().retryProvisioning(contract.id(), STAFF).get();
        contracts.worker().deliverPending(10);

        assertThat(operator.radius).containsOnlyKeys(user(1));
        assertThat(contracts.worker().parked(10)).isEmpty();
    }

    /** As an upgrade leaves it: the row of a contract that was given up because of silence is due again. */
    @Test
    void a_contract_that_was_given_up_is_delivered_when_its_row_is_due_again() {
        operator.trouble = operation -> operation.startsWith("line")
                ? Optional.of(new DeviceOutcome.Refused("NO_SUCH_PROFILE", "line-100"))
                : Optional.empty();
        Contract contract = operator.subscriber(1);
        contracts.worker().deliverPending(10);
        assertThat(summary(contract)).isEqualTo(Summary.FAILED);

        operator.trouble = operation -> Optional.empty();
        operator.storage.work().enqueue(contract.id(), Set.of(NetworkTarget.LINE), operator.clock.instant());
        contracts.worker().deliverPending(10);

        assertThat(summary(contract)).isEqualTo(Summary.IN_SYNC);
        assertThat(operator.radius).containsOnlyKeys(user(1));
    }

    @Test
    void one_onu_whose_outcome_is_unknown_does_not_silence_its_olt() {
        for (int n = 1; n <= 10; n++) {
            operator.subscriber(n);
        }
        operator.trouble = operation -> operation.startsWith("line " + onu(3))
                ? Optional.of(new DeviceOutcome.Unknown("the ONU does not take the profile"))
                : Optional.empty();

        DeliverySummary done = contracts.worker().deliverPending(10);

        assertThat(done).isEqualTo(new DeliverySummary(10, 9, 1, 0, 0, 0));
    }

    @Test
    void a_contract_that_moves_off_a_dead_olt_is_served_by_the_new_one_at_once() {
        Contract contract = operator.inService(1);
        ServiceAddress elsewhere = addOtherOlt();
        contracts.relocate(contract.id(), elsewhere, STAFF).get();
        operator.trouble = silent("line removed");

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("line " + onu(1) + " up", "line removed " + onu(1));
        assertThat(needsDelivery(contract, NetworkTarget.LINE)).isTrue();
        assertThat(contracts.find(contract.id()).orElseThrow().retiredLines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ana@fibra, ANA@fibra, access removed ana@fibra, access NONE",
        "ana@fibra, aná@fibra, access removed ana@fibra, access NONE",
        "ana@fibra, eva@fibra, access NONE, access removed ana@fibra"
    })
    void a_login_that_some_databases_take_for_the_old_one_waits_until_that_is_gone(
            String before, String after, String first, String second) {
        Contract contract = operator.inService(1);
        transfer(contract, "c-2", before);
        contracts.worker().deliverPending(10);
        operator.told.clear();
        transfer(contract, "c-3", after);

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly(first, second);
    }

    private void transfer(Contract contract, String customer, String login) {
        contracts
                .transferOwnership(
                        contract.id(), Transfer.to(new CustomerId(customer)).withLogin(new RadiusUser(login)), STAFF)
                .get();
    }

    /** The first worker is slow; meanwhile the ONU is swapped back, and a second worker delivers that. */
    @Test
    void a_worker_whose_lease_is_over_begins_no_further_step() {
        Contract contract = operator.inService(1);
        contracts.swapOnu(contract.id(), onu(2), STAFF).get();
        operator.trouble = operation -> {
            if (operation.equals("line " + onu(2) + " up")) {
                operator.trouble = any -> Optional.empty();
                operator.clock.advance(Duration.ofMinutes(6));
                contracts.swapOnu(contract.id(), onu(1), STAFF).get();
            }
            return Optional.empty();
        };

        contracts.worker().deliverPending(1);

        assertThat(operator.told).containsExactly("line " + onu(2) + " up");
        operator.clock.advance(Duration.ofMinutes(1));
        contracts.worker().deliverPending(1);
        assertThat(operator.olt).containsOnlyKeys(onu(1));
        assertThat(needsDelivery(contract, NetworkTarget.LINE)).isFalse();
    }

    @Test
    void an_outcome_that_cannot_be_kept_is_refused_where_it_is_made_and_harms_nobody_else() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceOutcome.Refused("no such group", ""))
                .withMessageContaining("code")
                .withMessageContaining("no such group");

        operator.subscriber(1);
        operator.subscriber(2);
        operator.trouble = operation -> operation.equals("line " + onu(1) + " up")
                ? Optional.of(new DeviceOutcome.Refused("no such group", ""))
                : Optional.empty();
        contracts.worker().deliverPending(10);

        assertThat(operator.radius).containsOnlyKeys(user(2));
        assertThat(contracts.worker().health().queue().waiting()).isEqualTo(1);
    }

    private void suspend(Contract contract, Enforcement enforcement) {
        contracts
                .suspend(
                        contract.id(),
                        Suspension.of(SuspensionReason.NON_PAYMENT).enforcing(enforcement),
                        STAFF)
                .get();
    }

    private Summary summary(Contract contract) {
        return contracts.find(contract.id()).orElseThrow().provisioning().summary();
    }

    private void runFor(Duration time) {
        for (Duration left = time; !left.isNegative(); left = left.minusSeconds(30)) {
            contracts.worker().deliverPending(10);
            operator.clock.advance(Duration.ofSeconds(30));
        }
    }

    private static Function<String, Optional<DeviceOutcome>> silent(String operations) {
        return operation -> operation.startsWith(operations)
                ? Optional.of(new DeviceOutcome.NotSent("no answer"))
                : Optional.empty();
    }

    private void changePlan(Contract contract) {
        contracts
                .changePlan(contract.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                .get();
    }

    private boolean needsDelivery(Contract contract, NetworkTarget target) {
        return contracts
                .find(contract.id())
                .orElseThrow()
                .provisioning()
                .of(target)
                .needsDelivery();
    }

    private ServiceAddress addOtherOlt() {
        OltId olt = new OltId("olt-other");
        PonPortId ponPort = new PonPortId(olt, 0, 1, 1);
        GeoPosition place = new GeoPosition(Operator.HOME.latitude() + 0.5, Operator.HOME.longitude());
        operator.storage
                .plant()
                .install(new PlantLayout(
                        List.of(new Olt(olt, ServiceState.UP)),
                        List.of(new PonPort(
                                ponPort,
                                Set.of(Technology.GPON),
                                64,
                                Optional.of(OpticalPower.ofDbm(4)),
                                ServiceState.UP)),
                        List.of(new Splitter(
                                new SplitterId("NAP-OTHER"),
                                ponPort,
                                Optional.empty(),
                                8,
                                place,
                                Optional.of(Decibels.of(10.8)),
                                Distance.ofMetres(2_000)))));
        return new ServiceAddress("Calle Lejana 1", place);
    }
}
