package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The device does not answer. */
abstract class SilenceTests extends KitTests {
    SilenceTests(OltDriverTck tck) {
        super(tck);
    }

    private static final String NOT_ABSENT =
            "What cannot be read is not absent: a fault of a read passes through, and is no empty result.";

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
    }

    @Test
    @Law(NOT_ABSENT)
    void of_the_device_makes_no_ONU_absent() {
        silenceAfterRegistering();

        assertThat(kit.gateway().observe(kit.service(1))).isInstanceOf(Observation.Unreadable.class);
    }

    @Test
    @Law(NOT_ABSENT)
    void of_the_device_confirms_no_removal() {
        silenceAfterRegistering();

        assertThat(kit.gateway().observeRemoved(kit.registration(1))).isInstanceOf(Observation.Unreadable.class);
    }

    @Test
    @Law("Where the OLT does not answer, nothing is sent: a fault of a read before the set passes through.")
    void of_the_device_keeps_an_order_from_being_sent() {
        silenceAfterRegistering();

        assertThat(kit.order(kit.service(2))).isInstanceOf(DeviceOutcome.NotSent.class);
        assertThat(kit.configured()).hasSize(1);
    }

    @Test
    @Law("A read that gets lost is repeated by the session: the driver need not notice.")
    void of_one_read_is_bridged() {
        kit.use(KitSetup.FOR_LOST_READS);
        kit.given(kit.service(1));
        kit.olt().loseReads(1);

        kit.assertInSync(kit.service(1));
    }

    /** The gateway knows the make by then, so that the driver is the first to meet the silence. */
    private void silenceAfterRegistering() {
        kit.use(KitSetup.FOR_LOST_READS);
        kit.given(kit.service(1));
        kit.olt().silent(true);
    }
}
