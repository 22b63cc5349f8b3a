package io.silverdata.contract.examples.year.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.examples.year.report.NetworkCheck;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearTest {

    @Test
    void each_order_does_what_it_says() {
        TinyYear year = TinyYear.with(0);

        assertThat(statuses(year.provider()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "C-1", Status.CANCELLED,
                        "C-2", Status.CANCELLED,
                        "C-3", Status.ACTIVE,
                        "C-4", Status.DRAFT,
                        "C-5", Status.ACTIVE));
        assertThat(contract(year, "C-3").plan().name()).isEqualTo("Home 400");
        assertThat(contract(year, "C-3").address().text()).isEqualTo("Calle 5");
        assertThat(contract(year, "C-3").line().orElseThrow().onu()).hasToString("ZTEG00000004");
        assertThat(contract(year, "C-1").customer()).hasToString("max");
        assertThat(contract(year, "C-5").predecessor())
                .contains(contract(year, "C-1").id());
    }

    @Test
    void wrong_orders_are_refused_each_for_its_reason() {
        TinyYear year = TinyYear.with(0);

        Map<String, Integer> refusals = year.tally().refusals().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, refusal -> refusal.getValue().count()));

        assertThat(refusals)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "STALE_VERSION", 1,
                        "NOT_QUALIFIED", 1,
                        "ONU_SERIAL_IN_USE", 1,
                        "INVALID_VALUE", 1));
        assertThat(year.tally().accepted()).isEqualTo(22);
        assertThat(year.tally().refused()).isEqualTo(4);
    }

    /** Due on 3 March: told, slowed down, cut on the next Monday; a promise gives the service back until it is broken. */
    @Test
    void debt_is_collected_as_the_library_decides() {
        TinyYear year = TinyYear.with(0);

        List<String> story = year
                .provider()
                .contracts()
                .history(contract(year, "C-3").id())
                .stream()
                .filter(recorded -> recorded.effectiveAt().isAfter(Instant.parse("2025-03-03T14:00:00Z")))
                .filter(recorded -> !(recorded.event() instanceof ContractEvent.ProvisioningConfirmed))
                .map(recorded -> LocalDate.ofInstant(recorded.effectiveAt(), OrdersCsv.ZONE) + " "
                        + recorded.event().getClass().getSimpleName())
                .toList();

        assertThat(story)
                .containsExactly(
                        "2025-03-04 DunningStepTaken",
                        "2025-03-13 DunningStepTaken",
                        "2025-03-13 HoldPlaced",
                        "2025-03-13 ContractSuspended",
                        "2025-03-24 DunningStepTaken",
                        "2025-03-24 EnforcementChanged",
                        "2025-04-02 HoldLifted",
                        "2025-04-02 ContractReconnected",
                        "2025-04-07 HoldPlaced",
                        "2025-04-07 ContractSuspended",
                        "2025-04-09 HoldLifted",
                        "2025-04-09 ContractReconnected",
                        "2025-04-09 DunningClosed");
    }

    @Test
    void time_ends_reservations_and_holds_and_does_what_was_scheduled() {
        TinyYear year = TinyYear.with(0);

        assertThat(year.tally().due())
                .containsEntry("ReservationExpired", 1)
                .containsEntry("HoldLifted", 1)
                .containsEntry("ContractReconnected", 1)
                .containsEntry("PlanChanged", 1)
                .containsEntry("ContractCancelled", 1);
    }

    @Test
    void what_is_given_up_is_free_again() {
        TinyYear year = TinyYear.with(0);

        Provider provider = year.provider();
        Map<PortState, Integer> outputs = provider.storage()
                .plant()
                .occupancy(provider.clock().instant())
                .get(0)
                .outputs();

        assertThat(outputs)
                .containsEntry(PortState.IN_USE, 2)
                .containsEntry(PortState.RESERVED, 0)
                .containsEntry(PortState.QUARANTINED, 0)
                .containsEntry(PortState.FAULTY, 1)
                .containsEntry(PortState.BLOCKED, 1)
                .containsEntry(PortState.FREE, 8);
    }

    @Test
    void without_failures_everything_is_in_sync() {
        TinyYear year = TinyYear.with(0);

        assertThat(year.provider().all())
                .extracting(contract -> contract.provisioning().summary())
                .containsOnly(Summary.IN_SYNC, Summary.NOT_REQUIRED);
        assertThat(year.tally().delivery().confirmed()).isPositive();
        assertThat(year.tally().delivery().retried() + year.tally().delivery().failed())
                .isZero();
        assertThat(NetworkCheck.of(year.provider()).isGood()).isTrue();
    }

    @Test
    void with_nothing_but_failures_nothing_is_said_to_be_in_sync() {
        TinyYear year = TinyYear.with(1);

        assertThat(statuses(year.provider())).containsEntry("C-3", Status.ACTIVE);
        assertThat(year.provider().all())
                .filteredOn(contract -> contract.activatedAt().isPresent())
                .hasSize(3)
                .extracting(contract -> contract.provisioning().summary())
                .containsOnly(Summary.FAILED);
        assertThat(year.provider().all())
                .allSatisfy(contract -> assertThat(contract.inServiceSince()).isEmpty());
        assertThat(year.tally().delivery().confirmed()).isZero();
        assertThat(year.tally().delivery().failed()).isPositive();
        assertThat(year.tally().retriedByStaff()).isPositive();
        NetworkCheck check = NetworkCheck.of(year.provider());
        assertThat(check.contracts()).isZero();
        assertThat(check.differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.6})
    void however_often_it_fails_the_network_ends_up_as_the_contracts_in_sync_say(double failRate) {
        TinyYear year = TinyYear.with(failRate);

        NetworkCheck check = NetworkCheck.of(year.provider());

        assertThat(check.differences()).isEmpty();
        assertThat(check.contracts()).isPositive();
    }

    @Test
    void a_login_that_is_gone_is_a_difference() {
        TinyYear year = TinyYear.with(0);

        year.provider().network().access().remove(new RadiusUser("eva"));

        assertThat(NetworkCheck.of(year.provider()).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference).startsWith("C-3 ACCESS MISSING"));
    }

    @Test
    void a_login_that_a_cancelled_contract_left_behind_is_a_difference() {
        TinyYear year = TinyYear.with(0);
        Contract live = contract(year, "C-3");
        Contract ended = contract(year, "C-2");

        year.provider()
                .network()
                .access()
                .ensure(new AccessService(
                        ended.id(),
                        new RadiusUser("ben"),
                        live.plan().accessProfile(),
                        live.plan().rates(),
                        Enforcement.NONE));

        assertThat(NetworkCheck.of(year.provider()).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference).contains("ACCESS", "ben"));
    }

    @Test
    void an_onu_that_a_cancelled_contract_left_behind_is_a_difference() {
        TinyYear year = TinyYear.with(0);
        Contract live = contract(year, "C-3");
        Contract ended = contract(year, "C-2");

        year.provider()
                .network()
                .lines()
                .ensure(new LineService(
                        ended.id(),
                        new Line(live.line().orElseThrow().ports(), new OnuSerial("HWTC00000002")),
                        live.plan().lineProfile(),
                        true));

        assertThat(NetworkCheck.of(year.provider()).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference).contains("LINE", "HWTC00000002"));
    }

    private static Map<String, Status> statuses(Provider provider) {
        return provider.all().stream()
                .collect(Collectors.toMap(contract -> contract.number().value(), Contract::status));
    }

    private static Contract contract(TinyYear year, String number) {
        return year.provider().contracts().find(new ContractNumber(number)).orElseThrow();
    }
}
