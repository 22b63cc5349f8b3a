package io.silverdata.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contracts, events and rejections as people and other programs read them: part of the API, so pinned letter by letter. */
class ContractJsonTest {

    @Test
    void shows_contracts_as_published() {
        assertThat(lastStates().map(ContractJson::write)).isEqualTo(Golden.lines("contracts-shown.txt"));
    }

    @Test
    void shows_summaries_as_published() {
        assertThat(lastStates().map(state -> ContractJson.write(ContractSummary.of(state))))
                .isEqualTo(Golden.lines("summaries-shown.txt"));
    }

    @Test
    void shows_events_as_published() {
        assertThat(events().map(ContractJson::write)).isEqualTo(Golden.lines("events-shown.txt"));
    }

    @Test
    void a_contract_says_what_follows_from_its_facts() {
        Contract suspended = states().filter(
                        state -> state.hold(SuspensionReason.NON_PAYMENT).isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(ContractJson.write(suspended))
                .contains(
                        "\"status\":\"SUSPENDED\"",
                        "\"enforcement\":\"" + suspended.enforcement() + "\"",
                        " Mbit/s\"",
                        "Z\"");
    }

    @Test
    void a_rejection_says_its_code_its_message_and_the_field_that_it_is_about() {
        Rejection wrong = Money.parse("24.90 XXL").getLeft();
        Rejection ended = new Rejection.ContractEnded(new ContractId(new UUID(0, 7)));

        assertThat(ContractJson.write(wrong))
                .isEqualTo(
                        "{\"code\":\"INVALID_VALUE\",\"message\":\"currency must be an ISO 4217 code, as USD, was \\\"XXL\\\"\","
                                + "\"field\":\"currency\",\"values\":{\"value\":\"XXL\",\"allowed\":\"an ISO 4217 code, as USD\"}}");
        assertThat(ContractJson.write(ended))
                .isEqualTo(
                        "{\"code\":\"CONTRACT_ENDED\",\"message\":\"contract 00000000-0000-0000-0000-000000000007 is cancelled"
                                + " and takes no further command\","
                                + "\"values\":{\"contract\":\"00000000-0000-0000-0000-000000000007\"}}");
    }

    @Test
    void an_event_is_read_wherever_its_type_stands() {
        RecordedEvent event = events().findFirst().orElseThrow();
        String json = ContractJson.write(event);
        String type = "\"type\":\"" + EventJson.type(event.event()) + "\",";
        String typeLast =
                json.replaceFirst(type, "").replaceFirst("}$", "," + type.substring(0, type.length() - 1) + "}");

        assertThat(json).startsWith("{" + type);
        assertThat(ContractJson.readRecordedEvent(typeLast)).isEqualTo(event);
    }

    @Test
    void names_what_is_wrong_with_an_event_and_repeats_nothing_of_it() {
        assertThatThrownBy(() -> ContractJson.readEvent("{\"data\":{}}"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("field type of event is missing");
        assertThatThrownBy(() -> ContractJson.readEvent("{\"type\":\"ContractTeleported\",\"data\":{}}"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("ContractTeleported");
        assertThatThrownBy(() -> ContractJson.readEvent("{\"type\":\"ServiceConfirmed\",\"data\":\"Calle Secreta 7\"}"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageNotContaining("Secreta");
    }

    @Test
    void a_quantity_without_its_unit_or_beyond_its_range_is_refused() {
        String json = ContractJson.write(new ContractEvent.ServiceConfirmed());
        assertThat(json).isEqualTo("{\"type\":\"ServiceConfirmed\",\"data\":{}}");

        String plan = states().map(ContractJson::write).findFirst().orElseThrow();
        for (String wrong : List.of("100", "100 Mbit", "0 bit/s", "9999999999999 Gbit/s", "1e3 Mbit/s")) {
            assertThatThrownBy(() -> ContractJson.readContract(plan.replaceFirst("[0-9]+ Mbit/s", wrong)))
                    .isInstanceOf(InvalidJsonException.class)
                    .hasMessageContaining("bandwidth");
        }
    }

    @Test
    void a_stale_version_is_about_the_version_that_was_expected() {
        assertThat(RejectionView.of(new Rejection.StaleVersion(3, 4)))
                .isEqualTo(new RejectionView(
                        "STALE_VERSION",
                        "expected version 3 but the contract is at version 4",
                        Optional.of("expectedVersion"),
                        Map.of("expected", 3L, "actual", 4L)));
    }

    private static Stream<Contract> states() {
        return Stream.of(
                        ContractFixtures.fullLife(7),
                        ContractFixtures.dunnedLife(9),
                        ContractFixtures.adoptedLife(11),
                        ContractFixtures.movedLife(13),
                        ContractFixtures.addOnLife(15),
                        ContractFixtures.pricedLife(17),
                        ContractFixtures.activatedLaterLife(19))
                .flatMap(life -> ContractFixtures.statesOf(life).stream());
    }

    /** The last live state and the end of a life, the last state of another, and those of a contract since its adoption, and one with add-ons. */
    static Stream<Contract> lastStates() {
        List<Contract> full = ContractFixtures.statesOf(ContractFixtures.fullLife(7));
        List<Contract> dunned = ContractFixtures.statesOf(ContractFixtures.dunnedLife(9));
        Contract live = full.stream()
                .filter(state -> state.status() == Status.SUSPENDED)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        List<Contract> adopted = ContractFixtures.statesOf(ContractFixtures.adoptedLife(11));
        return Stream.of(
                        Stream.of(live, full.get(full.size() - 1), dunned.get(dunned.size() - 1)),
                        adopted.stream().skip(2),
                        Stream.of(ContractFixtures.addOnLife(15).contract()))
                .flatMap(lives -> lives);
    }

    private static Stream<RecordedEvent> events() {
        return Stream.of(
                        ContractFixtures.fullLife(7),
                        ContractFixtures.dunnedLife(9),
                        ContractFixtures.adoptedLife(11),
                        ContractFixtures.movedLife(13),
                        ContractFixtures.addOnLife(15),
                        ContractFixtures.pricedLife(17),
                        ContractFixtures.activatedLaterLife(19))
                .flatMap(life -> life.events().stream());
    }
}
