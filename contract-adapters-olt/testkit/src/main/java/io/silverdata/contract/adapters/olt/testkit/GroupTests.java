package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.Observation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are carried out together, after one look for all their ONUs by {@link OltDriver#findAll}. */
abstract class GroupTests extends KitTests {
    private static final String AS_ALONE =
            "OltDriver.findAll finds each ONU as find does, and no other: what is ordered in a group ends as"
                    + " it would alone.";

    GroupTests(OltDriverTck tck) {
        super(tck);
    }

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
    }

    @Test
    @Law(AS_ALONE)
    void puts_every_ONU_on_the_device_as_ordered() {
        List<LineOrder> orders = registrations(5);

        assertThat(carryOut(orders)).hasSize(5).containsOnly(new DeviceOutcome.Applied());

        assertThat(kit.configured())
                .hasSize(5)
                .allSatisfy(onu -> assertThat(onu.port()).isEqualTo(port()));
        for (int n = 1; n <= 5; n++) {
            kit.assertInSync(kit.service(n));
        }
        assertThat(kit.gateway().readBack(OltDriverTck.OLT, orders)).hasSize(5).containsOnly(new Observation.InSync());
    }

    @Test
    @Law(AS_ALONE)
    void that_is_repeated_writes_nothing() {
        carryOut(registrations(5));
        int sets = kit.sets().size();

        assertThat(carryOut(registrations(5))).containsOnly(new DeviceOutcome.Applied());

        assertThat(kit.sets()).as("sets").hasSize(sets);
    }

    @Test
    @Law(AS_ALONE)
    void removes_registers_and_leaves_as_ordered() {
        kit.assumeSupported(Operation.DELETE);
        carryOut(registrations(3));

        List<DeviceOutcome> outcomes = carryOut(List.of(
                new LineOrder.Remove(kit.registration(1)),
                new LineOrder.Ensure(kit.service(2)),
                new LineOrder.Ensure(kit.service(4)),
                new LineOrder.Remove(kit.registration(5)),
                new LineOrder.Remove(kit.registration(4))));

        assertThat(outcomes).hasSize(5).containsOnly(new DeviceOutcome.Applied());
        assertThat(kit.configured()).extracting(ConfiguredOnu::serial).containsExactlyInAnyOrder(serial(2), serial(3));
    }

    @Test
    @Law("One order that the device refuses leaves the others of its group alone.")
    void goes_on_after_an_order_that_is_refused() {
        assumeTrue(unknownPlan().isPresent(), "the device takes any profile");
        LineService unknown = kit.service(2, unknownPlan().orElseThrow(), true);

        List<DeviceOutcome> outcomes = carryOut(List.of(
                new LineOrder.Ensure(kit.service(1)),
                new LineOrder.Ensure(unknown),
                new LineOrder.Ensure(kit.service(3))));

        assertThat(outcomes.get(1)).isInstanceOf(DeviceOutcome.Refused.class);
        kit.assertInSync(kit.service(1));
        kit.assertInSync(kit.service(3));
        assertThat(kit.configured()).hasSize(2);
    }

    @Test
    @Law(
            "A request that gets lost leaves one order in doubt. A device that answers the requests after it is not silent.")
    void goes_on_after_an_order_whose_outcome_is_unknown() {
        kit.use(KitSetup.FOR_LOST_SETS);
        kit.olt().faultOnSet(1, InjectedFault.LOST_REQUEST);

        List<DeviceOutcome> outcomes = carryOut(registrations(3));

        assertThat(outcomes.get(0)).isInstanceOf(DeviceOutcome.Unknown.class);
        assertThat(outcomes.subList(1, 3)).containsOnly(new DeviceOutcome.Applied());
    }

    @Test
    @Law("Where the OLT does not answer, nothing is sent, and what cannot be read is not absent.")
    void at_a_silent_device_is_not_sent() {
        kit.use(KitSetup.FOR_LOST_READS);
        kit.given(kit.service(1));
        int sets = kit.sets().size();
        kit.olt().silent(true);

        List<DeviceOutcome> outcomes = carryOut(registrations(4));
        List<Observation> seen = kit.gateway().readBack(OltDriverTck.OLT, registrations(4));

        assertThat(outcomes).hasSize(4).hasOnlyElementsOfType(DeviceOutcome.NotSent.class);
        assertThat(seen).hasSize(4).hasOnlyElementsOfType(Observation.Unreadable.class);
        assertThat(kit.sets()).as("sets").hasSize(sets);
    }

    private List<LineOrder> registrations(int onus) {
        return IntStream.rangeClosed(1, onus)
                .<LineOrder>mapToObj(n -> new LineOrder.Ensure(kit.service(n)))
                .toList();
    }

    private List<DeviceOutcome> carryOut(List<LineOrder> orders) {
        return kit.gateway().carryOut(OltDriverTck.OLT, orders);
    }
}
