package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Telling a device of the make from others. */
abstract class DetectionTests extends KitTests {
    DetectionTests(OltDriverTck tck) {
        super(tck);
    }

    @Test
    @Law("OltDriver.detect does not refuse a device of its make.")
    void accepts_the_device() {
        assertThat(kit.gateway().propose(OltDriverTck.OLT))
                .hasEntrySatisfying(
                        tck().provider().id(),
                        detection -> assertThat(detection.fit()).isNotEqualTo(Detection.Fit.NO));
    }

    @Test
    @Law("OltDriver.detect refuses a device of another make, so that none is written to by mistake.")
    void keeps_the_driver_from_writing_to_another_make() {
        try (SimulatedOlt other = SimulatedOlt.start(new Router());
                OltGateway gateway = kit.gatewayFor(other)) {
            DeviceOutcome outcome = gateway.ensure(kit.service(1));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Refused.class,
                            refused -> assertThat(refused.code()).isIn("WRONG_DEVICE", "UNSUPPORTED"));
            assertThat(other.sets()).isEmpty();
        }
    }

    /** A device of another make. */
    private static final class Router extends SimulatedDevice {
        Router() {
            super(Oid.parse("1.3.6.1.4.1.8072.3.2.10"), "a router");
        }

        @Override
        protected void refresh(OnuSerial serial) {}

        @Override
        public List<ConfiguredOnu> configured() {
            return List.of();
        }
    }
}
