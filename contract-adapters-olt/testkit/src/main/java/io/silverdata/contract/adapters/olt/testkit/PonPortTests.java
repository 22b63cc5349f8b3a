package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading and switching PON ports. */
abstract class PonPortTests extends KitTests {
    PonPortTests(OltDriverTck tck) {
        super(tck);
    }

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(Operation.READ_PORT);
    }

    @Test
    @Law("OltDriver.port tells that a PON port is up.")
    void that_is_up_is_told_to_be() {
        assertThat(kit.gateway().port(port()).oper()).isEqualTo(ServiceState.UP);
    }

    @Test
    @Law("OltDriver.port tells how many ONUs are registered there, or nothing of it.")
    void that_has_ONUs_has_them_counted() {
        kit.assumeSupported(Operation.REGISTER);
        kit.given(kit.service(1));

        assertCount(port(), 1);
        assertCount(otherPort(), kit.neighbours().count());
    }

    private void assertCount(PonPortId port, int registered) {
        kit.gateway()
                .port(port)
                .registeredOnus()
                .ifPresent(told ->
                        assertThat(told).as("ONUs registered at %s", port).isEqualTo(registered));
    }

    @Test
    @Law("A PON port that the OLT does not have is a fault NOT_FOUND that names it (OltSession.noSuchPort).")
    void that_does_not_exist_is_a_fault_that_names_it() {
        assertThatExceptionOfType(OltFault.class)
                .isThrownBy(() -> kit.gateway().port(noPort()))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND))
                .withMessageContaining(noPort().toString());
    }

    @Test
    @Law("OltDriver.setPortEnabled switches the port that is meant, and no other.")
    void that_is_switched_off_and_on_is_the_one_that_was_meant() {
        kit.assumeSupported(Operation.SET_PORT);

        kit.gateway().setPortEnabled(port(), false);
        ServiceState off = kit.gateway().port(port()).admin();
        ServiceState other = kit.gateway().port(otherPort()).admin();
        kit.gateway().setPortEnabled(port(), true);

        assertThat(off).isEqualTo(ServiceState.DOWN);
        assertThat(other).isEqualTo(ServiceState.UP);
        assertThat(kit.gateway().port(port()).admin()).isEqualTo(ServiceState.UP);
    }
}
