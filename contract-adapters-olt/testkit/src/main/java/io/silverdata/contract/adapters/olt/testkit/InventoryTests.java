package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading a whole OLT. */
abstract class InventoryTests extends KitTests {
    InventoryTests(OltDriverTck tck) {
        super(tck);
    }

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(
                Operation.REGISTER,
                Operation.FIND,
                Operation.LIST_PON_PORTS,
                Operation.READ_STATE,
                Operation.READ_CONFIGURATION);
    }

    @Test
    @Law("OltDriver.configurations says of each ONU of a port what configuration says of it: an audit believes the one,"
            + " an order the other.")
    void says_of_each_ONU_what_reading_it_alone_says() {
        List<LineService> ordered = orders();
        ordered.forEach(kit::given);

        LineInventory inventory = inventory();

        assertThat(inventory.registrations())
                .containsExactlyInAnyOrderElementsOf(kit.olt().device().configured().stream()
                        .map(onu -> new OnuRegistration(onu.port(), onu.serial()))
                        .toList());
        for (LineService service : ordered) {
            assertThat(inventory.observe(service)).isEqualTo(new Observation.InSync());
            for (LineService asked : everyServiceOn(service)) {
                assertThat(inventory.observe(asked)).isEqualTo(kit.gateway().observe(asked));
            }
        }
    }

    @Test
    @Law("An inventory has the ONUs that are registered, and no others.")
    void without_an_ONU_has_it_missing() {
        assertThat(inventory().registrations()).hasSize(kit.neighbours().count());
        KitSetup.assertDrifted(Drift.Kind.MISSING, inventory().observe(kit.service(1)));
    }

    /** ONUs on both ports, with every plan, and a disabled one where that is possible. */
    private List<LineService> orders() {
        List<LineService> orders = new ArrayList<>(
                List.of(kit.service(1), kit.service(2), kit.service(3, KitSetup.OTHER_PORT, plan(), true)));
        int next = 4;
        for (LinePlan other : otherPlans()) {
            orders.add(kit.service(next, next % 2 + 1, other, true));
            next++;
        }
        if (kit.supports(Operation.SET_ADMIN_STATE)) {
            orders.add(kit.service(next, plan(), false));
        }
        return orders;
    }

    /** The same line with every plan, enabled and disabled. */
    private List<LineService> everyServiceOn(LineService service) {
        return Stream.concat(Stream.of(plan()), otherPlans().stream())
                .flatMap(plan -> Stream.of(true, false)
                        .map(enabled -> new LineService(service.contract(), service.line(), plan.profile(), enabled)))
                .toList();
    }

    private LineInventory inventory() {
        return kit.gateway()
                .inventory(OltDriverTck.OLT)
                .match(read -> read, detail -> fail("the OLT could not be read: %s", detail));
    }
}
