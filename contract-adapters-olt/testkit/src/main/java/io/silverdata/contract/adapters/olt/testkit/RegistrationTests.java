package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.spi.DeviceOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registering ONUs. */
abstract class RegistrationTests extends KitTests {
    RegistrationTests(OltDriverTck tck) {
        super(tck);
    }

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
    }

    @Test
    @Law("OltDriver.register puts the ONU on the device with the order's port, serial number and profiles, enabled;"
            + " bindService adds each service of the plan.")
    void puts_the_ONU_on_the_device_as_ordered() {
        KitSetup.assertApplied(kit.order(kit.service(1)));

        assertThat(kit.configured()).singleElement().satisfies(onu -> {
            assertThat(onu.port()).isEqualTo(port());
            assertThat(onu.serial()).isEqualTo(serial(1));
            assertThat(onu.line()).isEqualTo(plan().profiles().line());
            assertThat(onu.service()).isEqualTo(plan().profiles().service());
            assertThat(onu.enabled()).isTrue();
            assertThat(onu.services()).isEqualTo(plan().services().size());
            onu.description()
                    .ifPresent(text -> assertThat(text)
                            .as("the description on the device")
                            .isEqualTo("contract " + kit.service(1).contract()));
        });
        kit.assertInSync(kit.service(1));
    }

    @Test
    @Law("OltDriver.register is one request. Of two, the second can get lost, and half an ONU is left.")
    void is_one_request() {
        assumeTrue(kit.acceptsPlanWithoutServices(), "the driver takes no plan without services");

        assertThat(kit.gateway().dryRun(kit.service(1, kit.planWithoutServices(), true)))
                .as("requests of a registration without services")
                .hasSize(1);
    }

    @Test
    @Law(
            "A repeated order writes nothing. OltDriver.find and configuration must show what register and bindService wrote,"
                    + " in the same form as the plan has it.")
    void that_is_repeated_writes_nothing() {
        kit.given(kit.service(1));
        int sets = kit.sets().size();

        KitSetup.assertApplied(kit.order(kit.service(1)));

        assertThat(kit.sets()).as("sets").hasSize(sets);
        assertThat(kit.configured()).hasSize(1);
    }

    @Test
    @Law("Each ONU of a PON port has an id of its own: look up which are taken (OnuIds.free).")
    void gives_each_ONU_an_id_of_its_own() {
        for (int n = 1; n <= 5; n++) {
            KitSetup.assertApplied(kit.order(kit.service(n)));
        }

        assertThat(kit.configured())
                .extracting(ConfiguredOnu::id)
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    @Law("An id that became free is used again, the lowest first: ids are few (OnuIds.free).")
    void uses_an_id_that_became_free() {
        kit.assumeSupported(Operation.DELETE);
        kit.given(kit.service(1));
        kit.given(kit.service(2));
        int first = kit.configured(serial(1)).id();
        kit.remove(1);

        KitSetup.assertApplied(kit.order(kit.service(3)));

        assertThat(kit.configured(serial(3)).id()).isEqualTo(first);
    }

    @Test
    @Law(
            "An ONU that is registered at another PON port stays there, and the order is refused: OltDriver.find searches the"
                    + " whole OLT, not only the ordered port.")
    void of_an_ONU_that_is_registered_elsewhere_is_refused_and_writes_nothing() {
        kit.given(kit.service(1));
        int sets = kit.sets().size();

        DeviceOutcome outcome = kit.order(kit.service(1, KitSetup.OTHER_PORT, plan(), true));

        KitSetup.assertRefused("SERIAL_ELSEWHERE", outcome);
        assertThat(kit.sets()).as("sets").hasSize(sets);
        assertThat(kit.configured(serial(1)).port()).isEqualTo(port());
    }

    @Test
    @Law(
            "At a PON port where every id is taken an ONU is refused with NO_CAPACITY (OnuIds.free), and nothing is written.")
    void at_a_full_port_is_refused_and_writes_nothing() {
        LinePlan plan = kit.acceptsPlanWithoutServices() ? kit.planWithoutServices() : plan();
        int full = tck().onusPerPort();
        for (int n = 1; n <= full; n++) {
            KitSetup.assertApplied(kit.order(kit.service(n, plan, true)));
        }
        int sets = kit.sets().size();

        DeviceOutcome outcome = kit.order(kit.service(full + 1, plan, true));

        KitSetup.assertRefused("NO_CAPACITY", outcome);
        assertThat(kit.sets()).as("sets").hasSize(sets);
        assertThat(kit.configured()).hasSize(full);
    }

    @Test
    @Law(
            "A PON port that the OLT does not have is a fault that names it (OltSession.noSuchPort), and nothing is written.")
    void at_a_port_that_does_not_exist_is_refused_and_leaves_nothing() {
        DeviceOutcome outcome = kit.order(kit.service(1, NO_SUCH_PORT, plan(), true));

        KitSetup.assertRefusedNaming(noPort().toString(), outcome);
        assertThat(kit.configured()).isEmpty();
    }

    @Test
    @Law(
            "A profile that the OLT does not know is refused, and nothing of the ONU is left: let the session's faults pass"
                    + " through, do not catch them.")
    void with_an_unknown_profile_is_refused_and_leaves_nothing() {
        assumeTrue(unknownPlan().isPresent(), "the device takes any profile");

        DeviceOutcome outcome = kit.order(kit.service(1, unknownPlan().orElseThrow(), true));

        KitSetup.assertRefusedNaming(OltDriverTck.OLT.value(), outcome);
        assertThat(kit.configured()).isEmpty();
    }

    @Test
    @Law("An ONU that is ordered disabled is registered and does not work.")
    void of_a_disabled_ONU_keeps_it_from_working() {
        kit.assumeSupported(Operation.SET_ADMIN_STATE);

        KitSetup.assertApplied(kit.order(kit.service(1, plan(), false)));

        assertThat(kit.configured(serial(1)).enabled()).isFalse();
        kit.assertInSync(kit.service(1, plan(), false));
    }
}
