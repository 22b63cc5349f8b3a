package io.silverdata.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillabilityRule;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    @Test
    void has_a_format_for_every_kind_of_event() {
        Map<Class<?>, String> types = new HashMap<>();

        life().forEach(event -> types.put(event.getClass(), EventJson.type(event)));

        assertThat(types).containsOnlyKeys(permitted());
        assertThat(types.values()).doesNotHaveDuplicates().allMatch(type -> type.length() <= 32);
    }

    @Test
    void writes_every_kind_of_event_as_it_always_did() {
        List<String> lines = life().map(event -> EventJson.type(event) + " " + EventJson.write(event))
                .toList();

        assertThat(lines).isEqualTo(Golden.lines("events.txt"));
    }

    @Test
    void reads_every_kind_of_event_as_it_was_always_written() {
        List<ContractEvent> read = Golden.lines("events.txt").stream()
                .map(line -> line.split(" ", 2))
                .map(line -> EventJson.read(line[0], line[1]))
                .toList();

        assertThat(read).isEqualTo(life().toList());
        assertThat(read.stream().map(ContractEvent::getClass)).containsAll(List.of(permitted()));
    }

    @Test
    void reads_what_an_earlier_release_wrote() {
        List<ContractEvent> read = Golden.lines("events-earlier.txt").stream()
                .map(line -> line.split(" ", 2))
                .map(line -> EventJson.read(line[0], line[1]))
                .toList();

        assertThat(read)
                .filteredOn(ContractEvent.ChangeUnscheduled.class::isInstance)
                .isNotEmpty()
                .allMatch(event -> ((ContractEvent.ChangeUnscheduled) event).cause()
                        == ContractEvent.ChangeUnscheduled.Cause.WITHDRAWN);
        assertThat(read)
                .allSatisfy(event -> assertThat(EventJson.read(EventJson.type(event), EventJson.write(event)))
                        .isEqualTo(event));
    }

    @Test
    void a_hold_whose_policy_had_one_share_owes_it_at_every_level() {
        List<String> earlier = Golden.linesWith("\"billable\":0", "events-earlier.txt");
        List<ContractEvent> read = earlier.stream()
                .map(line -> line.split(" ", 2))
                .map(line -> EventJson.read(line[0], line[1]))
                .toList();

        assertThat(read).isNotEmpty().allSatisfy(event -> {
            if (event instanceof ContractEvent.HoldPlaced placed) {
                assertThat(placed.hold().policy().billability()).isEqualTo(BillabilityRule.always(Billability.NONE));
            }
        });
        assertThat(read.stream().map(event -> EventJson.type(event) + " " + EventJson.write(event)))
                .isEqualTo(earlier);
    }

    @Test
    void names_the_type_that_a_newer_version_wrote() {
        assertThatThrownBy(() -> EventJson.read("ContractTeleported", "{}"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("ContractTeleported")
                .hasMessageContaining("update");
    }

    @Test
    void names_the_field_that_is_missing() {
        assertThatThrownBy(() -> EventJson.read("PortsReserved", "{\"until\":0}"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("PortsReserved")
                .hasMessageContaining("field ports of portsReserved is missing");
    }

    @Test
    void does_not_repeat_the_text_of_a_person_in_a_message() {
        String damaged = "{\"from\":{\"text\":\"Calle Secreta 7\",\"lat\":0,\"lon\":0} oops";

        assertThatThrownBy(() -> EventJson.read("Relocated", damaged))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageNotContaining("Secreta");
    }

    private static Stream<ContractEvent> life() {
        return Stream.of(
                        ContractFixtures.fullLife(7),
                        ContractFixtures.dunnedLife(9),
                        ContractFixtures.adoptedLife(11),
                        ContractFixtures.movedLife(13),
                        ContractFixtures.addOnLife(15),
                        ContractFixtures.pricedLife(17),
                        ContractFixtures.activatedLaterLife(19))
                .flatMap(life -> life.events().stream())
                .map(RecordedEvent::event);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends ContractEvent>[] permitted() {
        return (Class<? extends ContractEvent>[]) ContractEvent.class.getPermittedSubclasses();
    }
}
