package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every set of an order goes wrong in every way, one at a time. */
abstract class FaultTests extends KitTests {
    private static final Set<InjectedFault> LOST =
            EnumSet.of(InjectedFault.LOST_REQUEST, InjectedFault.LOST_REPLY, InjectedFault.LATE_REPLY);
    private static final String HONEST =
            "Whichever set of an order goes wrong, the outcome tells the truth, and the order"
                    + " succeeds when repeated. Do not repeat a set, do not catch a fault: the gateway reads back and rolls back.";
    private static final String UNKNOWN =
            "A set without an answer is a fault OUTCOME_UNKNOWN: it may have been carried out or not. Do not catch it.";

    FaultTests(OltDriverTck tck) {
        super(tck);
    }

    /** What an order did to the device while one of its sets went wrong. */
    private record Trouble(
            InjectedFault fault,
            int set,
            DeviceOutcome outcome,
            List<ConfiguredOnu> before,
            List<ConfiguredOnu> after) {

        /** Applied means done; Refused and NotSent mean that nothing changed; Unknown promises nothing. */
        void assertHonest(boolean unchanged) {
            if (outcome instanceof DeviceOutcome.Applied) {
                assertThat(unchanged)
                        .as("the ONU is as it was before, after an outcome that says done: %s", this)
                        .isFalse();
            } else if (!(outcome instanceof DeviceOutcome.Unknown)) {
                assertThat(unchanged)
                        .as("the ONU is as it was before, after an outcome that says so: %s", this)
                        .isTrue();
            }
        }

        void assertExpected() {
            Class<? extends DeviceOutcome> expected = switch (fault) {
                case SLOW, LOST_REPLY, LATE_REPLY -> DeviceOutcome.Applied.class;
                case BUSY, COMMIT_FAILED -> DeviceOutcome.NotSent.class;
                case GEN_ERR -> DeviceOutcome.Refused.class;
                case LOST_REQUEST -> DeviceOutcome.Unknown.class;
            };
            assertThat(outcome).as(toString()).isInstanceOf(expected);
        }

        @Override
        public String toString() {
            return fault + " at set " + set + " of the order\n  outcome: " + outcome + "\n  on the device before: "
                    + before + "\n  on the device after: " + after + "\n";
        }
    }

    @ParameterizedTest
    @EnumSource
    @Law(HONEST)
    void of_a_registration_is_told_and_made_good_by_repeating(InjectedFault fault) {
        assumeOrders();
        useTimingFor(fault);
        int sets = kit.gateway().dryRun(kit.service(1)).size();
        for (int set = 1; set <= sets; set++) {
            Trouble trouble = trouble(fault, set, () -> kit.order(kit.service(1)));

            trouble.assertHonest(kit.configured().isEmpty());
            trouble.assertExpected();
            KitSetup.assertApplied(kit.order(kit.service(1)));
            kit.assertInSync(kit.service(1));
            assertThat(kit.configured())
                    .as("after the repeated order, %s", trouble)
                    .hasSize(1);
            KitSetup.assertApplied(kit.remove(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Law(HONEST)
    void of_a_plan_change_is_told_and_made_good_by_repeating(InjectedFault fault) {
        assumeOrders();
        assumeFalse(otherPlans().isEmpty(), "there is no other plan");
        useTimingFor(fault);
        for (LinePlan other : otherPlans()) {
            LineService changed = kit.service(1, other, true);
            kit.given(kit.service(1));
            int sets = kit.gateway().dryRun(changed).size();
            for (int set = 1; set <= sets; set++) {
                Trouble trouble = trouble(fault, set, () -> kit.order(changed));

                trouble.assertHonest(kit.isInSync(kit.service(1)));
                trouble.assertExpected();
                KitSetup.assertApplied(kit.order(changed));
                kit.assertInSync(changed);
                KitSetup.assertApplied(kit.order(kit.service(1)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Law(HONEST)
    void of_a_suspension_is_told_and_made_good_by_repeating(InjectedFault fault) {
        assumeOrders();
        kit.assumeSupported(Operation.SET_ADMIN_STATE);
        useTimingFor(fault);
        kit.given(kit.service(1));
        for (boolean enabled : new boolean[] {false, true}) {
            LineService ordered = kit.service(1, plan(), enabled);

            Trouble trouble = trouble(fault, 1, () -> kit.order(ordered));

            trouble.assertHonest(kit.configured(serial(1)).enabled() != enabled);
            trouble.assertExpected();
            KitSetup.assertApplied(kit.order(ordered));
            assertThat(kit.configured(serial(1)).enabled())
                    .as("enabled after the repeated order, %s", trouble)
                    .isEqualTo(enabled);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Law(HONEST)
    void of_a_removal_is_told_and_made_good_by_repeating(InjectedFault fault) {
        assumeOrders();
        useTimingFor(fault);
        int sets = setsOfARemoval();
        for (int set = 1; set <= sets; set++) {
            kit.given(kit.service(1));

            Trouble trouble = trouble(fault, set, () -> kit.remove(1));

            trouble.assertHonest(kit.isInSync(kit.service(1)));
            if (sets == 1) {
                // of several sets, those before are done: what is left is not always known
                trouble.assertExpected();
            }
            KitSetup.assertApplied(kit.remove(1));
            assertThat(kit.configured())
                    .as("after the repeated order, %s", trouble)
                    .isEmpty();
        }
    }

    @Test
    @Law(UNKNOWN)
    void of_switching_a_PON_port_is_told() {
        kit.assumeSupported(Operation.SET_PORT);
        useTimingFor(InjectedFault.LOST_REQUEST);
        kit.olt().faultOnSet(1, InjectedFault.LOST_REQUEST);

        assertUnknown(() -> kit.gateway().setPortEnabled(port(), false));
    }

    @Test
    @Law(UNKNOWN)
    void of_saving_is_told() {
        kit.assumeSupported(Operation.SAVE_CONFIGURATION);
        useTimingFor(InjectedFault.LOST_REQUEST);
        kit.olt().faultOnSet(1, InjectedFault.LOST_REQUEST);

        assertUnknown(() -> kit.gateway().save(OltDriverTck.OLT));
    }

    private static void assertUnknown(Runnable order) {
        assertThatExceptionOfType(OltFault.class)
                .isThrownBy(order::run)
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.OUTCOME_UNKNOWN));
    }

    private void assumeOrders() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
    }

    private Trouble trouble(InjectedFault fault, int set, Supplier<DeviceOutcome> order) {
        List<ConfiguredOnu> before = kit.configured();
        kit.olt().faultOnSet(set, fault);
        DeviceOutcome outcome = order.get();
        kit.olt().clearFaults();
        return new Trouble(fault, set, outcome, before, kit.configured());
    }

    private int setsOfARemoval() {
        kit.given(kit.service(1));
        int before = kit.sets().size();
        KitSetup.assertApplied(kit.remove(1));
        return kit.sets().size() - before;
    }

    private void useTimingFor(InjectedFault fault) {
        if (LOST.contains(fault)) {
            kit.use(KitSetup.FOR_LOST_SETS);
        }
    }
}
