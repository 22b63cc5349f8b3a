package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.spi.Observation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Removing ONUs. */
abstract class RemovalTests extends KitTests {
    RemovalTests(OltDriverTck tck) {
        super(tck);
    }

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
        kit.given(kit.service(1));
    }

    @Test
    @Law("OltDriver.delete takes the ONU off the device, with its services.")
    void leaves_nothing_on_the_device() {
        KitSetup.assertApplied(kit.remove(1));

        assertThat(kit.configured()).isEmpty();
        assertThat(kit.gateway().observeRemoved(kit.registration(1))).isEqualTo(new Observation.InSync());
    }

    @Test
    @Law("A repeated removal writes nothing: OltDriver.find does not find the ONU any more.")
    void that_is_repeated_writes_nothing() {
        kit.remove(1);
        int sets = kit.sets().size();

        KitSetup.assertApplied(kit.remove(1));

        assertThat(kit.sets()).as("sets").hasSize(sets);
    }

    @Test
    @Law("OltDriver.delete is about one ONU.")
    void leaves_other_ONUs_alone() {
        kit.given(kit.service(2));

        KitSetup.assertApplied(kit.remove(1));

        assertThat(kit.configured()).extracting(ConfiguredOnu::serial).containsExactly(serial(2));
        kit.assertInSync(kit.service(2));
    }

    @Test
    @Law("OltDriver.delete takes a disabled ONU off the device too.")
    void of_a_suspended_ONU_leaves_nothing() {
        kit.assumeSupported(Operation.SET_ADMIN_STATE);
        kit.given(kit.service(1, plan(), false));

        KitSetup.assertApplied(kit.remove(1));

        assertThat(kit.configured()).isEmpty();
    }
}
