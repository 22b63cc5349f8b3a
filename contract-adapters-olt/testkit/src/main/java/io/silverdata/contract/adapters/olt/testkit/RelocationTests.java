package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.Operation;
import org.junit.jupiter.api.Test;

/** Moving an ONU to another PON port. */
abstract class RelocationTests extends KitTests {
    RelocationTests(OltDriverTck tck) {
        super(tck);
    }

    @Test
    @Law("An ONU that is removed at one PON port can be registered at another.")
    void removes_the_ONU_here_and_registers_it_there() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
        kit.given(kit.service(1));

        KitSetup.assertApplied(kit.remove(1));
        KitSetup.assertApplied(kit.order(kit.service(1, KitSetup.OTHER_PORT, plan(), true)));

        assertThat(kit.configured())
                .singleElement()
                .satisfies(onu -> assertThat(onu.port()).isEqualTo(otherPort()));
    }
}
