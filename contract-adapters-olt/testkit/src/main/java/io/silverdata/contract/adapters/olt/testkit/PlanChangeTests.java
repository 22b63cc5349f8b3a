package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.spi.DeviceOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing the plan of an ONU. */
abstract class PlanChangeTests extends KitTests {
    PlanChangeTests(OltDriverTck tck) {
        super(tck);
    }

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
        if (!kit.supports(Operation.CHANGE_PROFILES)) {
            kit.assumeSupported(Operation.DELETE);
        }
    }

    @Test
    @Law(
            "After a change of plan the ONU has the profiles and services of the other plan, and configuration shows them. Where"
                    + " CHANGE_PROFILES is unsupported, the gateway deletes and registers the ONU.")
    void gives_the_ONU_the_other_plan_and_back() {
        assumeFalse(otherPlans().isEmpty(), "there is no other plan");
        kit.given(kit.service(1));

        for (LinePlan other : otherPlans()) {
            LineService changed = kit.service(1, other, true);
            kit.assertDrifted(Drift.Kind.DIFFERENT, changed);
            KitSetup.assertApplied(kit.order(changed));
            kit.assertInSync(changed);
            ConfiguredOnu onu = kit.configured(serial(1));
            assertThat(onu.line()).isEqualTo(other.profiles().line());
            assertThat(onu.services()).isEqualTo(other.services().size());

            KitSetup.assertApplied(kit.order(kit.service(1)));
            kit.assertInSync(kit.service(1));
        }
    }

    @Test
    @Law("A change of plan that the OLT refuses leaves the ONU with the plan that it had.")
    void to_an_unknown_profile_leaves_the_ONU_as_it_was() {
        assumeTrue(unknownPlan().isPresent(), "the device takes any profile");
        kit.given(kit.service(1));

        DeviceOutcome outcome = kit.order(kit.service(1, unknownPlan().orElseThrow(), true));

        assertThat(outcome).isInstanceOf(DeviceOutcome.Refused.class);
        kit.assertInSync(kit.service(1));
    }
}
