package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A group of the kit's tests, with what the driver's author gave the kit. */
abstract class KitTests {
    /** A PON port that no device of a test has. */
    static final int NO_SUCH_PORT = 99;

    /** At a simulated device that neighbours stand on; new for every test. */
    KitSetup kit;

    private final OltDriverTck tck;

    @SuppressWarnings("NullAway.Init")
    KitTests(OltDriverTck tck) {
        this.tck = tck;
    }

    @BeforeEach
    void use() {
        kit = tck.kit().orElseThrow();
    }

    final OltDriverTck tck() {
        return tck;
    }

    /** Where the ONUs of the tests are. */
    final PonPortId port() {
        return tck.port(KitSetup.PORT);
    }

    /** Where their neighbours are. */
    final PonPortId otherPort() {
        return tck.port(KitSetup.OTHER_PORT);
    }

    final PonPortId noPort() {
        return tck.port(NO_SUCH_PORT);
    }

    final OnuSerial serial(int n) {
        return tck.serial(n);
    }

    final LinePlan plan() {
        return tck.plan();
    }

    final List<LinePlan> otherPlans() {
        return tck.otherPlans();
    }

    final Optional<LinePlan> unknownPlan() {
        return tck.unknownPlan();
    }
}
