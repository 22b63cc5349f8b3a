package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding ONUs that are not registered, and PON ports. */
abstract class DiscoveryTests extends KitTests {
    DiscoveryTests(OltDriverTck tck) {
        super(tck);
    }

    @Test
    @Law("OltDriver.unregistered lists an ONU that is connected, with its port, until it is registered.")
    void lists_a_connected_ONU_until_it_is_registered() {
        kit.assumeSupported(Operation.LIST_UNREGISTERED, Operation.REGISTER);
        kit.olt().device().connect(port(), serial(1));
        assertThat(kit.gateway().unregistered(OltDriverTck.OLT)).singleElement().satisfies(onu -> {
            assertThat(onu.port()).isEqualTo(port());
            assertThat(onu.serial()).isEqualTo(serial(1));
        });

        kit.given(kit.service(1));

        assertThat(kit.gateway().unregistered(OltDriverTck.OLT)).isEmpty();
    }

    @Test
    @Law("OltDriver.unregistered is empty where no ONU is connected.")
    void lists_nothing_where_no_ONU_is_connected() {
        kit.assumeSupported(Operation.LIST_UNREGISTERED);

        assertThat(kit.gateway().unregistered(OltDriverTck.OLT)).isEmpty();
    }

    @Test
    @Law("OltDriver.ponPorts lists every PON port, in their order, and no other interface.")
    void lists_the_PON_ports_in_their_order() {
        kit.assumeSupported(Operation.LIST_PON_PORTS);

        List<PonPortId> ports = kit.gateway().ponPorts(OltDriverTck.OLT);

        assertThat(ports)
                .contains(port(), otherPort())
                .doesNotContain(noPort())
                .doesNotHaveDuplicates()
                .isSorted();
        if (!kit.olt().device().ponPorts().isEmpty()) {
            assertThat(ports).hasSameElementsAs(kit.olt().device().ponPorts());
        }
    }
}
