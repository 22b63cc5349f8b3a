package io.silverdata.contract.adapters.olt;

import static io.silverdata.contract.testkit.ContractFixtures.lineService;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.ServiceProof;
import io.silverdata.contract.adapters.olt.testkit.ConnectedOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service of an ONU is confirmed when it is seen to work, where the operator asks for that. */
class ServiceProofTest {
    private static final ServiceProof CLASS_B_PLUS =
            ServiceProof.onlineWithin(OpticalPower.ofDbm(-28), OpticalPower.ofDbm(-8));

    private final LineService service = lineService(1);
    private final OnuSerial onu = service.line().onu();
    private final SimulatedHuawei device = Lab.huawei(service.line().ports().ponPort(), ponPortId(2));
    private final SimulatedOlt olt = SimulatedOlt.start(device);

    @AfterEach
    void stop() {
        olt.close();
    }

    @Test
    void an_ONU_that_is_not_connected_is_configured_and_pending_with_the_reason() {
        try (OltGateway gateway = gateway(Lab.settings(olt).confirmOnlyWhen(ServiceProof.online()))) {
            assertPending(gateway.ensure(service), onu.toString(), "not seen online");
            assertThat(device.configured()).hasSize(1);
            assertThat(gateway.observe(service)).isEqualTo(new Observation.InSync());

            device.connect(service.line().ports().ponPort(), onu);

            assertThat(gateway.ensure(service)).isEqualTo(new DeviceOutcome.Applied());
        }
    }

    @Test
    void an_ONU_without_power_is_pending_with_the_cause() {
        try (OltGateway gateway = gateway(Lab.settings(olt).confirmOnlyWhen(ServiceProof.online()))) {
            device.connect(service.line().ports().ponPort(), onu);
            gateway.ensure(service);
            device.cutPower(onu);

            assertPending(gateway.ensure(service), "DYING_GASP", "POWER");
        }
    }

    @Test
    void an_ONU_with_too_weak_a_light_is_pending_with_its_light() {
        try (OltGateway gateway = gateway(Lab.settings(olt).confirmOnlyWhen(CLASS_B_PLUS))) {
            connect(-28.5);
            assertPending(gateway.ensure(service), "-28.50 dBm", "-28.00 dBm to -8.00 dBm");

            connect(-27.9);
            assertThat(gateway.ensure(service)).isEqualTo(new DeviceOutcome.Applied());

            connect(-7.5);
            assertPending(gateway.ensure(service), "-7.50 dBm");
        }
    }

    @Test
    void a_suspended_ONU_need_not_be_seen() {
        try (OltGateway gateway = gateway(Lab.settings(olt).confirmOnlyWhen(CLASS_B_PLUS))) {
            LineService suspended = new LineService(service.contract(), service.line(), service.profile(), false);

            assertThat(gateway.ensure(suspended)).isEqualTo(new DeviceOutcome.Applied());
        }
    }

    @Test
    void without_the_option_an_ONU_that_is_configured_is_enough() {
        try (OltGateway gateway = gateway(Lab.settings(olt))) {
            assertThat(gateway.ensure(service)).isEqualTo(new DeviceOutcome.Applied());
        }
    }

    @Test
    void a_range_without_room_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceProof.onlineWithin(OpticalPower.ofDbm(-8), OpticalPower.ofDbm(-28)))
                .withMessageContaining("weakest must not be above strongest");
    }

    private void connect(double receivedDbm) {
        device.connect(
                new ConnectedOnu(service.line().ports().ponPort(), onu, true, true, receivedDbm, 2.25, -23.75, 1_234));
    }

    private static void assertPending(DeviceOutcome outcome, String... said) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Pending.class,
                        pending -> assertThat(pending.detail()).contains(said));
    }

    private static OltGateway gateway(OltSettings.Builder settings) {
        return Lab.gateway(settings).build();
    }
}
