package io.silverdata.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.Verdict;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a form gets of a rejection beside its message. */
class RejectionViewTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ContractId HOLDER = ContractFixtures.contractId(7);

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(
                        new Rejection.EffectiveTimeOutOfRange(NOON, NOON.plusSeconds(1), NOON.plusSeconds(2)),
                        Map.of(
                                "effectiveAt", "2026-03-02T12:00:00Z",
                                "earliest", "2026-03-02T12:00:01Z",
                                "latest", "2026-03-02T12:00:02Z")),
                arguments(new Rejection.StaleVersion(3, 4), Map.of("expected", 3L, "actual", 4L)),
                arguments(
                        new Rejection.SelectionTooLarge(70, 100, 50),
                        Map.of("selected", 70L, "live", 100L, "max", 50L)),
                arguments(
                        new Rejection.IllegalTransition(Status.DRAFT, CommandKind.SWAP_ONU),
                        Map.of("status", "DRAFT", "command", "SWAP_ONU")),
                arguments(
                        new Rejection.OnuSerialInUse(new OnuSerial("HWTC12345678"), HOLDER),
                        Map.of("onu", "HWTC12345678", "holder", HOLDER.toString())),
                arguments(
                        new Rejection.NotQualified(Verdict.UNQUALIFIED, Optional.empty()),
                        Map.of("verdict", "UNQUALIFIED")),
                arguments(
                        new Rejection.NoPortAvailable(List.of(new SplitterId("NAP-1"), new SplitterId("NAP-2"))),
                        Map.of("alternatives", List.of("NAP-1", "NAP-2"))),
                arguments(
                        new Rejection.PonPortFull(ContractFixtures.ponPortId(1), 64),
                        Map.of("ponPort", "olt-1:0/0/1", "limit", 64L)),
                arguments(
                        new Rejection.AlreadyReserved(new Reservation(ContractFixtures.ports(1), NOON, 0)),
                        Map.of(
                                "port",
                                ContractFixtures.ports(1).splitterOutput().toString(),
                                "until",
                                "2026-03-02T12:00:00Z")),
                arguments(
                        new Rejection.TriggerMayNotLift(
                                SuspensionReason.NON_PAYMENT, Trigger.CUSTOMER, Set.of(Trigger.PAYMENT, Trigger.ADMIN)),
                        Map.of(
                                "reason", "NON_PAYMENT",
                                "trigger", "CUSTOMER",
                                "lifters", List.of("ADMIN", "PAYMENT"))),
                arguments(
                        new Rejection.PlantPartInUse("NAP-1", List.of(HOLDER), List.of()),
                        Map.of("part", "NAP-1", "holders", List.of(HOLDER.toString()), "parts", List.of())),
                arguments(new Rejection.NoReservation(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_rejection_names_what_its_message_names(Rejection rejection, Map<String, Object> values) {
        assertThat(RejectionView.of(rejection).values()).isEqualTo(values);
    }

    @Test
    void numbers_and_lists_are_numbers_and_lists_in_json() {
        assertThat(ContractJson.write(new Rejection.PonPortFull(ContractFixtures.ponPortId(1), 64)))
                .endsWith("\"values\":{\"ponPort\":\"olt-1:0/0/1\",\"limit\":64}}");
        assertThat(ContractJson.write(new Rejection.NoPortAvailable(List.of(new SplitterId("NAP-1")))))
                .endsWith("\"values\":{\"alternatives\":[\"NAP-1\"]}}");
        assertThat(ContractJson.write(new Rejection.NoReservation())).doesNotContain("values");
    }
}
