package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.Operation;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a driver says that it can do. */
abstract class CapabilityTests extends KitTests {
    CapabilityTests(OltDriverTck tck) {
        super(tck);
    }

    private static final Set<Operation> WRITES_TO_AN_ONU = EnumSet.of(
            Operation.REGISTER,
            Operation.CHANGE_PROFILES,
            Operation.BIND_SERVICE,
            Operation.SET_ADMIN_STATE,
            Operation.DELETE);

    @Test
    @Law("Capabilities are constants: every driver of a provider has the same, at any time.")
    void are_always_the_same() {
        OltDriver driver = kit.newDriver();

        assertThat(driver.capabilities())
                .isEqualTo(driver.capabilities())
                .isEqualTo(kit.newDriver().capabilities());
    }

    @Test
    @Law(
            "A driver that writes to an ONU supports FIND and READ_CONFIGURATION, or the gateway refuses every order: it could not"
                    + " read back.")
    void include_reading_back_where_they_include_writing() {
        assumeTrue(WRITES_TO_AN_ONU.stream().anyMatch(kit::supports), "the driver writes to no ONU");

        assertThat(kit.level(Operation.FIND)).isNotEqualTo(Capability.Level.UNSUPPORTED);
        assertThat(kit.level(Operation.READ_CONFIGURATION)).isNotEqualTo(Capability.Level.UNSUPPORTED);
    }

    @Test
    @Law("An experimental registration is refused unless the operator allows it for that OLT.")
    void that_are_experimental_keep_ONUs_from_being_registered() {
        kit.assumeExperimental(Operation.REGISTER);
        kit.allowNothingExperimental();

        KitSetup.assertRefused("UNSUPPORTED", kit.order(kit.service(1)));

        assertThat(kit.sets()).isEmpty();
    }

    @Test
    @Law("An experimental switching of PON ports is refused unless the operator allows it for that OLT.")
    void that_are_experimental_keep_ports_from_being_switched() {
        kit.assumeExperimental(Operation.SET_PORT);
        kit.allowNothingExperimental();

        assertThatExceptionOfType(OltFault.class)
                .isThrownBy(() -> kit.gateway().setPortEnabled(port(), false))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.UNSUPPORTED));
        assertThat(kit.sets()).isEmpty();
    }
}
