package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.testkit.ContractFixtures;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ErasedEventsTest {
    private static final Set<String> ERASED = Set.of(
            "ServiceAddress.text",
            "GeoPosition.latitude",
            "GeoPosition.longitude",
            "RadiusUser.value",
            "Attribute.text",
            "PortsReserved.override",
            "Relocated.override",
            "IpAddress.value",
            "IpPrefix.value",
            "ReplyAttribute.name",
            "ReplyAttribute.value",
            "OwnershipTransferred.override",
            "TransferOwnership.override",
            "LinesWrittenOff.reason",
            "ChangeRejected.message",
            "FeasibilityCheck.detail",
            "ProvisioningFailure.detail",
            "Drift.detail");
    private static final Set<String> KEPT = Set.of(
            "AddOn.name",
            "AddOnId.value",
            "AttributeKey.value",
            "CancellationReason.code",
            "ChangeRejected.code",
            "ContractNumber.value",
            "CustomerId.value",
            "DiscountCode.value",
            "OltId.value",
            "OnuSerial.value",
            "PlanId.value",
            "PlanSnapshot.name",
            "ProfileName.value",
            "ProvisioningFailure.code",
            "SplitterId.value",
            "SuspensionReason.code");

    /** A text or a place in an event that nobody has decided about fails here. */
    @Test
    void it_is_decided_of_every_text_in_an_event_whether_it_is_erased() {
        Set<String> texts = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();

        for (Class<?> event : ContractEvent.class.getPermittedSubclasses()) {
            collect(event, seen, texts);
        }

        Set<String> decided = new TreeSet<>(ERASED);
        decided.addAll(KEPT);
        assertThat(texts).isEqualTo(decided);
    }

    private static void collect(Class<?> type, Set<Class<?>> seen, Set<String> texts) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, seen, texts);
            }
        }
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            for (Class<?> part : parts(component.getGenericType())) {
                if (part == String.class || part == double.class) {
                    texts.add(type.getSimpleName() + "." + component.getName());
                }
                collect(part, seen, texts);
            }
        }
    }

    private static List<Class<?>> parts(Type type) {
        if (type instanceof ParameterizedType generic) {
            return List.of(generic.getActualTypeArguments()).stream()
                    .flatMap(argument -> parts(argument).stream())
                    .toList();
        }
        return type instanceof Class<?> plain ? List.of(plain) : List.of();
    }

    @Test
    void the_events_of_a_life_say_nothing_of_a_person_and_make_the_same_contract() {
        List<RecordedEvent> life = ContractFixtures.fullLife(1).events();
        ErasedEvents eraser = new ErasedEvents(
                Set.of(ContractFixtures.CONTACT.key()), actor -> actor.value().equals("María José"));

        List<RecordedEvent> erased = eraser.of(life);

        assertThat(erased.toString())
                .doesNotContain(
                        "Bolívar",
                        "-78.48",
                        "user-",
                        "María",
                        ContractFixtures.CONTACT.text(),
                        "the planner knows better",
                        "inheritance",
                        "otro perfil",
                        "perfil desconocido",
                        "120 m")
                .contains("erased-1", "erased-2", ContractFixtures.attribute(1).text());
        assertThat(Contract.replay(erased)).isEqualTo(Contract.replay(life));
        assertThat(eraser.of(erased)).isEqualTo(erased);
    }
}
