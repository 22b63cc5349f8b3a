package io.silverdata.contract.adapters.olt.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.Drift;
import org.junit.jupiter.api.Test;

/** A device that restarts. */
abstract class PersistenceTests extends KitTests {
    PersistenceTests(OltDriverTck tck) {
        super(tck);
    }

    @Test
    @Law("A device that restarted without its configuration is told again: the driver believes the device, not what it"
            + " remembers.")
    void that_loses_the_configuration_is_noticed() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
        kit.given(kit.service(1));
        kit.olt().restart();
        assumeTrue(kit.configured().isEmpty(), "the device keeps its configuration by itself");

        kit.assertDrifted(Drift.Kind.MISSING, kit.service(1));
        KitSetup.assertApplied(kit.order(kit.service(1)));

        kit.assertInSync(kit.service(1));
    }

    @Test
    @Law("OltDriver.save makes the device keep its configuration over a restart.")
    void keeps_the_configuration_over_a_restart() {
        kit.assumeSupported(
                Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.SAVE_CONFIGURATION);
        kit.given(kit.service(1));
        kit.gateway().save(OltDriverTck.OLT);

        kit.olt().restart();

        kit.assertInSync(kit.service(1));
    }
}
