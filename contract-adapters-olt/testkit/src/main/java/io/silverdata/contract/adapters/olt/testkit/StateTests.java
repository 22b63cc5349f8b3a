package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a driver reports the state of an ONU. */
abstract class StateTests extends KitTests {
    StateTests(OltDriverTck tck) {
        super(tck);
    }

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(Operation.READ_STATE, Operation.REGISTER, Operation.FIND);
    }

    @Test
    @Law(
            "OltDriver.state tells that a connected ONU works, and its light and distance as they are plugged: of this ONU, not of"
                    + " another one, and in the unit and place that the MIB says.")
    void that_works_is_online_with_what_is_measured() {
        ConnectedOnu first = kit.connect(1);
        ConnectedOnu second = kit.connect(2);
        kit.given(kit.service(1));
        kit.given(kit.service(2));

        assertWorks(state(1), first);
        assertWorks(state(2), second);
    }

    @Test
    @Law("OltDriver.state tells a very weak light too: -33 dBm is no mark for a light that is not available.")
    void with_weak_light_is_told_so() {
        ConnectedOnu weak = new ConnectedOnu(port(), serial(1), true, true, -33.0, 0.5, -30.5, 39_876);
        kit.olt().device().connect(weak);
        kit.given(kit.service(1));

        assertWorks(state(1), weak);
    }

    @Test
    @Law("OltDriver.state invents nothing: what the device marks as not available is empty, not a number.")
    void that_is_not_connected_has_no_light() {
        kit.given(kit.service(1));

        assertDark(state(1));
    }

    @Test
    @Law("OltDriver.state invents nothing: an ONU whose fibre is cut has no light and no distance.")
    void whose_fibre_is_cut_has_no_light() {
        kit.connect(1);
        kit.given(kit.service(1));
        kit.olt().device().cutFibre(serial(1));

        assertDark(state(1));
    }

    @Test
    @Law(
            "OltDriver.state tells loss of power from a cut fibre, or tells neither: an operator sends people because of it.")
    void tells_loss_of_power_from_a_cut_fibre() {
        kit.olt().device().connect(port(), serial(1));
        kit.olt().device().connect(port(), serial(2));
        kit.given(kit.service(1));
        kit.given(kit.service(2));

        kit.olt().device().cutPower(serial(1));
        kit.olt().device().cutFibre(serial(2));

        assertThat(state(1).oper()).isEqualTo(OnuState.Oper.OFFLINE);
        assertThat(state(1).lastDown()).isIn(OnuState.DownCause.POWER, OnuState.DownCause.UNKNOWN);
        assertThat(state(2).oper()).isEqualTo(OnuState.Oper.OFFLINE);
        assertThat(state(2).lastDown()).isIn(OnuState.DownCause.LOS, OnuState.DownCause.UNKNOWN);
    }

    @Test
    @Law("OltDriver.state tells that a suspended ONU does not work.")
    void that_is_suspended_is_not_online() {
        kit.assumeSupported(Operation.SET_ADMIN_STATE);
        kit.olt().device().connect(port(), serial(1));
        kit.given(kit.service(1));

        kit.given(kit.service(1, plan(), false));

        assertThat(state(1).oper()).isNotEqualTo(OnuState.Oper.ONLINE);
        assertThat(state(1).admin()).isIn(OnuState.Admin.DISABLED, OnuState.Admin.UNKNOWN);
    }

    @Test
    @Law("OltDriver.states says of each ONU of a port what state says of it, and nothing of other ports.")
    void is_the_same_when_a_whole_port_is_read() {
        int many = Math.min(25, tck().onusPerPort());
        for (int n = 1; n <= many; n++) {
            kit.connect(n);
            kit.given(kit.service(n));
        }
        List<OnuState> states = new ArrayList<>();

        kit.gateway().states(port(), KitSetup.EVERY_DETAIL, states::add);

        assertThat(states).hasSize(many);
        for (OnuState one : states) {
            assertThat(kit.gateway().state(OltDriverTck.OLT, one.onu().serial(), KitSetup.EVERY_DETAIL))
                    .contains(one);
        }
    }

    @Test
    @Law("OltDriver.find is empty for an ONU that is not registered.")
    void that_is_not_registered_is_empty() {
        assertThat(kit.gateway().state(OltDriverTck.OLT, serial(1), KitSetup.EVERY_DETAIL))
                .isEmpty();
    }

    private void assertWorks(OnuState state, ConnectedOnu onu) {
        assertThat(state.onu().serial()).isEqualTo(onu.serial());
        assertThat(state.oper()).isEqualTo(OnuState.Oper.ONLINE);
        assertThat(state.phase()).isIn(OnuState.Phase.WORKING, OnuState.Phase.UNKNOWN);
        assertThat(state.admin()).isNotEqualTo(OnuState.Admin.DISABLED);
        for (Measurement measurement : Measurement.values()) {
            if (tck().measurements().contains(measurement)) {
                assertThat(measurement.told(state))
                        .as("%s of %s, plugged as %s", measurement, onu.serial(), onu)
                        .hasValueSatisfying(told ->
                                assertThat(told).isCloseTo(measurement.plugged(onu), within(measurement.tolerance())));
            } else {
                assertThat(measurement.told(state))
                        .as("%s, which the device does not measure", measurement)
                        .isEmpty();
            }
        }
    }

    private static void assertDark(OnuState state) {
        assertThat(state.oper()).isNotEqualTo(OnuState.Oper.ONLINE);
        assertThat(state.optics()).isEqualTo(OnuOptics.NONE);
        assertThat(state.distance()).isEmpty();
    }

    private OnuState state(int n) {
        return kit.gateway()
                .state(OltDriverTck.OLT, serial(n), KitSetup.EVERY_DETAIL)
                .orElseThrow(() -> new AssertionError(serial(n) + " is not found by the driver"));
    }
}
