package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.Observation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proves a driver: everything that {@link OltDriver} asks of one, through the gateway that will drive it in production, over SNMP,
 * at a simulated device. A driver's author extends this class, and says which driver, which device, and which plans the device
 * knows; see the example in this package's description.
 *
 * <p>What is asked:
 *
 * <table>
 * <caption>The groups of tests</caption>
 * <tr><th>Group</th><th>Law</th></tr>
 * <tr><td>Registration</td><td>one request puts an ONU on the device as ordered, and a second order writes nothing; what the device
 *     refuses leaves nothing</td></tr>
 * <tr><td>PlanChange</td><td>the ONU has what the other plan says, or what it had before</td></tr>
 * <tr><td>Suspension</td><td>the ONU stays registered and does not work, and works again when resumed</td></tr>
 * <tr><td>Relocation, Removal</td><td>nothing is left behind, and no other ONU is touched</td></tr>
 * <tr><td>FaultAtAnySet</td><td>whichever request of an order goes wrong, in whatever way, the outcome tells the truth, and
 *     repeating the order succeeds</td></tr>
 * <tr><td>Silence, Restart, Saving</td><td>a device that cannot be read has nothing absent; one that forgot is told again</td></tr>
 * <tr><td>Discovery, DeviceDetection</td><td>what the device shows is found; other makes are left alone</td></tr>
 * <tr><td>StateOfAnOnu</td><td>what the device tells is told, and nothing is invented</td></tr>
 * <tr><td>InventoryOfAnOlt</td><td>reading a whole OLT says the same as reading each ONU</td></tr>
 * <tr><td>PonPort</td><td>ports are told, and only the one that is meant is switched</td></tr>
 * <tr><td>CapabilitiesOfADriver</td><td>they are constant, complete, and the gateway keeps to them</td></tr>
 * </table>
 *
 * <p>A test of something that the driver's capabilities exclude is skipped; what they call experimental is allowed here and tested.
 * After each test it is checked that no set was sent while another was unanswered. A failure says which law is broken and why it
 * is one, shows the requests that reached the device with its answers, and the ONUs that are registered on the device.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class OltDriverTck {
    /** The OLT of every test: the {@link OltId} of the device's PON ports. */
    protected static final OltId OLT = new OltId("olt-1");

    @RegisterExtension
    static final FailureReport FAILURE_REPORT = new FailureReport();

    private static final Set<InjectedFault> LOST =
            EnumSet.of(InjectedFault.LOST_REQUEST, InjectedFault.LOST_REPLY, InjectedFault.LATE_REPLY);
    private static final int NO_SUCH_PORT = 99;

    private KitSetup kit;

    /** For the test of a driver. */
    protected OltDriverTck() {}

    /**
     * The provider of the driver under test. The kit makes drivers through it as the gateway does, so that options and id are
     * tested too.
     *
     * @return a new or a shared one: a provider is safe for use by several threads
     */
    protected abstract OltDriverProvider provider();

    /**
     * The simulated device that the driver is to drive. Called before every test; each test gets a device of its own, so that none
     * sees what another did.
     *
     * @return a new device without ONUs that has the PON ports {@link #port port(1)} and {@code port(2)} and no {@code port(99)},
     *     and knows the profiles of {@link #plan} and {@link #otherPlans}, not those of {@link #unknownPlan}
     */
    protected abstract SimulatedDevice device();

    /**
     * What most tests order. Its profiles must exist on the device; give it services if the driver can bind any, so that binding
     * is tested.
     *
     * @return a plan with a profile name of its own, as {@code line-home-100}
     */
    protected abstract LinePlan plan();

    /**
     * What plans are changed to. Each must differ from {@link #plan} in something that the device can tell, or the driver could not
     * tell that a change is needed: its profiles, or its services. The more ways to differ, the more is tested: other profiles, more
     * services, none.
     *
     * @return plans with profile names of their own; empty only if the driver cannot change anything
     */
    protected abstract List<LinePlan> otherPlans();

    /**
     * What the device must refuse: a plan with a profile that it does not know. Tests that a refusal leaves the device as it was.
     *
     * @return a plan with a profile name of its own; empty, as by default, if the device takes any profile
     */
    protected Optional<LinePlan> unknownPlan() {
        return Optional.empty();
    }

    /**
     * How the device numbers its PON ports. Override it if its frame and slot are not 0 and 1.
     *
     * @param n 1 or 2 for ports that {@link #device} has, 99 for one that it does not have
     * @return a port of {@link #OLT}
     */
    protected PonPortId port(int n) {
        return new PonPortId(OLT, 0, 1, n);
    }

    /**
     * What else the driver has to be told: its options.
     *
     * @param settings with address, access and driver; plans and timing are the kit's to set
     * @return the same settings with options
     */
    protected OltSettings.Builder configure(OltSettings.Builder settings) {
        return settings;
    }

    /**
     * The serial numbers of the ONUs. Override it if the device takes only some vendors' ONUs.
     *
     * @param n from 1
     * @return another one for each number
     */
    protected OnuSerial serial(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", 0x10_0000 + n));
    }

    /**
     * Whether the device tells the light that an ONU receives. The kit then expects the driver to tell it.
     *
     * @return true, as by default, if it does
     */
    protected boolean tellsReceivedPower() {
        return true;
    }

    @BeforeEach
    void start() {
        kit = new KitSetup(this);
    }

    @AfterEach
    void stop() {
        kit.close();
    }

    /** Empty if it could not be set up. */
    Optional<KitSetup> kit() {
        return Optional.ofNullable(kit);
    }

    @Nested
    class Registration {
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
                assertThat(onu.port()).isEqualTo(port(1));
                assertThat(onu.serial()).isEqualTo(serial(1));
                assertThat(onu.line()).isEqualTo(plan().profiles().line());
                assertThat(onu.service()).isEqualTo(plan().profiles().service());
                assertThat(onu.enabled()).isTrue();
                assertThat(onu.services()).isEqualTo(plan().services().size());
            });
            kit.assertInSync(kit.service(1));
        }

        @Test
        @Law("OltDriver.register is one request. Of two, the second can get lost, and half an ONU is left.")
        void is_one_request() {
            assumeTrue(kit.acceptsPlanWithoutServices(), "the driver takes no plan without services");

            assertThat(kit.gateway().dryRun(kit.service(1, 1, kit.planWithoutServices(), true)))
                    .as("requests of a registration without services")
                    .hasSize(1);
        }

        @Test
        @Law(
                "A repeated order writes nothing. OltDriver.find and configuration must show what register and bindService wrote,"
                        + " in the same form as the plan has it.")
        void that_is_repeated_writes_nothing() {
            kit.given(kit.service(1));
            int sets = kit.setsSoFar();

            KitSetup.assertApplied(kit.order(kit.service(1)));

            assertThat(kit.olt().sets()).as("sets").hasSize(sets);
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
            int sets = kit.setsSoFar();

            DeviceOutcome outcome = kit.order(kit.service(1, 2, plan(), true));

            KitSetup.assertRefused("SERIAL_ELSEWHERE", outcome);
            assertThat(kit.olt().sets()).as("sets").hasSize(sets);
            assertThat(kit.configured(serial(1)).port()).isEqualTo(port(1));
        }

        @Test
        @Law(
                "A PON port that the OLT does not have is a fault that names it (OltSession.noSuchPort), and nothing is written.")
        void at_a_port_that_does_not_exist_is_refused_and_leaves_nothing() {
            DeviceOutcome outcome = kit.order(kit.service(1, NO_SUCH_PORT, plan(), true));

            KitSetup.assertRefusedNaming(port(NO_SUCH_PORT).toString(), outcome);
            assertThat(kit.configured()).isEmpty();
        }

        @Test
        @Law(
                "A profile that the OLT does not know is refused, and nothing of the ONU is left: let the session's faults pass"
                        + " through, do not catch them.")
        void with_an_unknown_profile_is_refused_and_leaves_nothing() {
            assumeTrue(unknownPlan().isPresent(), "the device takes any profile");

            DeviceOutcome outcome = kit.order(kit.service(1, 1, unknownPlan().orElseThrow(), true));

            KitSetup.assertRefusedNaming(OLT.value(), outcome);
            assertThat(kit.configured()).isEmpty();
        }

        @Test
        @Law("An ONU that is ordered disabled is registered and does not work.")
        void of_a_disabled_ONU_keeps_it_from_working() {
            kit.assumeSupported(Operation.SET_ADMIN_STATE);

            KitSetup.assertApplied(kit.order(kit.service(1, 1, plan(), false)));

            assertThat(kit.configured(serial(1)).enabled()).isFalse();
            kit.assertInSync(kit.service(1, 1, plan(), false));
        }
    }

    @Nested
    class PlanChange {
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
                LineService changed = kit.service(1, 1, other, true);
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

            DeviceOutcome outcome = kit.order(kit.service(1, 1, unknownPlan().orElseThrow(), true));

            assertThat(outcome).isInstanceOf(DeviceOutcome.Refused.class);
            kit.assertInSync(kit.service(1));
        }
    }

    @Nested
    class Suspension {
        @BeforeEach
        void assumeSupported() {
            kit.assumeSupported(
                    Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.SET_ADMIN_STATE);
            kit.given(kit.service(1));
        }

        @Test
        @Law("OltDriver.setEnabled(false) keeps the ONU from working, and registered.")
        void keeps_the_ONU_registered_and_from_working() {
            KitSetup.assertApplied(kit.order(kit.service(1, 1, plan(), false)));

            assertThat(kit.configured(serial(1)).enabled()).isFalse();
        }

        @Test
        @Law("A repeated suspension writes nothing: configuration shows that the ONU is disabled.")
        void that_is_repeated_writes_nothing() {
            kit.given(kit.service(1, 1, plan(), false));
            int sets = kit.setsSoFar();

            KitSetup.assertApplied(kit.order(kit.service(1, 1, plan(), false)));

            assertThat(kit.olt().sets()).as("sets").hasSize(sets);
        }

        @Test
        @Law("OltDriver.setEnabled(true) lets a suspended ONU work again, as it was before.")
        void ends_with_the_ONU_as_it_was_before() {
            kit.given(kit.service(1, 1, plan(), false));

            KitSetup.assertApplied(kit.order(kit.service(1)));

            assertThat(kit.configured(serial(1)).enabled()).isTrue();
            kit.assertInSync(kit.service(1));
        }

        @Test
        @Law("A suspension is about one ONU: never switch the PON port.")
        void leaves_other_ONUs_alone() {
            kit.given(kit.service(2));

            KitSetup.assertApplied(kit.order(kit.service(1, 1, plan(), false)));

            assertThat(kit.configured(serial(2)).enabled()).isTrue();
        }
    }

    @Nested
    class Relocation {
        @Test
        @Law("An ONU that is removed at one PON port can be registered at another.")
        void removes_the_ONU_here_and_registers_it_there() {
            kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
            kit.given(kit.service(1));

            KitSetup.assertApplied(kit.remove(1));
            KitSetup.assertApplied(kit.order(kit.service(1, 2, plan(), true)));

            assertThat(kit.configured())
                    .singleElement()
                    .satisfies(onu -> assertThat(onu.port()).isEqualTo(port(2)));
        }
    }

    @Nested
    class Removal {
        @BeforeEach
        void assumeSupported() {
            kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
            kit.given(kit.service(1));
        }

        @Test
        @Law("OltDriver.delete takes the ONU off the device, with its services.")
        void leaves_nothing_on_the_device() {
            KitSetup.assertApplied(kit.remove(1));

            assertThat(kit.configured()).isEmpty();
            assertThat(kit.gateway().observeRemoved(kit.registration(1))).isEqualTo(new Observation.InSync());
        }

        @Test
        @Law("A repeated removal writes nothing: OltDriver.find does not find the ONU any more.")
        void that_is_repeated_writes_nothing() {
            kit.remove(1);
            int sets = kit.setsSoFar();

            KitSetup.assertApplied(kit.remove(1));

            assertThat(kit.olt().sets()).as("sets").hasSize(sets);
        }

        @Test
        @Law("OltDriver.delete is about one ONU.")
        void leaves_other_ONUs_alone() {
            kit.given(kit.service(2));

            KitSetup.assertApplied(kit.remove(1));

            assertThat(kit.configured()).extracting(ConfiguredOnu::serial).containsExactly(serial(2));
            kit.assertInSync(kit.service(2));
        }

        @Test
        @Law("OltDriver.delete takes a disabled ONU off the device too.")
        void of_a_suspended_ONU_leaves_nothing() {
            kit.assumeSupported(Operation.SET_ADMIN_STATE);
            kit.given(kit.service(1, 1, plan(), false));

            KitSetup.assertApplied(kit.remove(1));

            assertThat(kit.configured()).isEmpty();
        }
    }

    /** Every set of an order goes wrong in every way, one at a time. */
    @Nested
    class FaultAtAnySet {
        private static final String HONEST =
                "Whichever set of an order goes wrong, the outcome tells the truth, and the order"
                        + " succeeds when repeated. Do not repeat a set, do not catch a fault: the gateway reads back and rolls back.";

        @BeforeEach
        void assumeSupported() {
            kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
        }

        @ParameterizedTest
        @EnumSource
        @Law(HONEST)
        void of_a_registration_is_told_and_made_good_by_repeating(InjectedFault fault) {
            useTimingFor(fault);
            int sets = kit.gateway().dryRun(kit.service(1)).size();
            for (int set = 1; set <= sets; set++) {
                kit.olt().faultOnSet(set, fault);

                DeviceOutcome outcome = kit.order(kit.service(1));

                kit.olt().clearFaults();
                assertHonest(fault, outcome, kit.configured().isEmpty());
                KitSetup.assertApplied(kit.order(kit.service(1)));
                kit.assertInSync(kit.service(1));
                assertThat(kit.configured()).hasSize(1);
                KitSetup.assertApplied(kit.remove(1));
            }
        }

        @ParameterizedTest
        @EnumSource
        @Law(HONEST)
        void of_a_plan_change_is_told_and_made_good_by_repeating(InjectedFault fault) {
            assumeFalse(otherPlans().isEmpty(), "there is no other plan");
            useTimingFor(fault);
            for (LinePlan other : otherPlans()) {
                LineService changed = kit.service(1, 1, other, true);
                kit.given(kit.service(1));
                int sets = kit.gateway().dryRun(changed).size();
                for (int set = 1; set <= sets; set++) {
                    kit.olt().faultOnSet(set, fault);

                    DeviceOutcome outcome = kit.order(changed);

                    kit.olt().clearFaults();
                    assertHonest(fault, outcome, kit.isInSync(kit.service(1)));
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
            kit.assumeSupported(Operation.SET_ADMIN_STATE);
            useTimingFor(fault);
            kit.given(kit.service(1));
            kit.olt().faultOnSet(1, fault);

            DeviceOutcome outcome = kit.order(kit.service(1, 1, plan(), false));

            assertHonest(fault, outcome, kit.configured(serial(1)).enabled());
            KitSetup.assertApplied(kit.order(kit.service(1, 1, plan(), false)));
            assertThat(kit.configured(serial(1)).enabled()).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        @Law(HONEST)
        void of_a_removal_is_told_and_made_good_by_repeating(InjectedFault fault) {
            useTimingFor(fault);
            int sets = setsOfARemoval();
            for (int set = 1; set <= sets; set++) {
                kit.given(kit.service(1));
                kit.olt().faultOnSet(set, fault);

                DeviceOutcome outcome = kit.remove(1);

                kit.olt().clearFaults();
                assertTrue(outcome, kit.isInSync(kit.service(1)));
                if (sets == 1) {
                    // of several sets, those before are done: what is left is not always known
                    assertExpected(fault, outcome);
                }
                KitSetup.assertApplied(kit.remove(1));
                assertThat(kit.configured()).isEmpty();
            }
        }

        private int setsOfARemoval() {
            kit.given(kit.service(1));
            int before = kit.setsSoFar();
            KitSetup.assertApplied(kit.remove(1));
            return kit.setsSoFar() - before;
        }

        private void useTimingFor(InjectedFault fault) {
            if (LOST.contains(fault)) {
                kit.use(KitSetup.FOR_LOST_SETS);
            }
        }

        private static void assertHonest(InjectedFault fault, DeviceOutcome outcome, boolean unchanged) {
            assertTrue(outcome, unchanged);
            assertExpected(fault, outcome);
        }

        /** Applied means done; Refused and NotSent mean that nothing changed; Unknown promises nothing. */
        private static void assertTrue(DeviceOutcome outcome, boolean unchanged) {
            if (outcome instanceof DeviceOutcome.Applied) {
                assertThat(unchanged)
                        .as("the device is unchanged after Applied")
                        .isFalse();
            } else if (!(outcome instanceof DeviceOutcome.Unknown)) {
                assertThat(unchanged)
                        .as("the device is unchanged after %s", outcome)
                        .isTrue();
            }
        }

        private static void assertExpected(InjectedFault fault, DeviceOutcome outcome) {
            switch (fault) {
                case SLOW, LOST_REPLY, LATE_REPLY -> KitSetup.assertApplied(outcome);
                case BUSY, COMMIT_FAILED -> assertThat(outcome).isInstanceOf(DeviceOutcome.NotSent.class);
                case GEN_ERR -> assertThat(outcome).isInstanceOf(DeviceOutcome.Refused.class);
                case LOST_REQUEST -> assertThat(outcome).isInstanceOf(DeviceOutcome.Unknown.class);
            }
        }
    }

    @Nested
    class Silence {
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

    @Nested
    class Restart {
        @Test
        @Law(
                "A device that restarted without its configuration is told again: the driver believes the device, not what it"
                        + " remembers.")
        void that_loses_the_configuration_is_noticed() {
            kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
            kit.given(kit.service(1));
            kit.olt().restart();
            assumeTrue(kit.configured().isEmpty(), "the device keeps its configuration by itself");

            kit.assertDrifted(Drift.Kind.MISSING, kit.service(1));
            KitSetup.assertApplied(kit.order(kit.service(1)));

            kit.assertInSync(kit.service(1));
        }
    }

    @Nested
    class Saving {
        @Test
        @Law("OltDriver.save makes the device keep its configuration over a restart.")
        void keeps_the_configuration_over_a_restart() {
            kit.assumeSupported(
                    Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.SAVE_CONFIGURATION);
            kit.given(kit.service(1));
            kit.gateway().save(OLT);

            kit.olt().restart();

            kit.assertInSync(kit.service(1));
        }
    }

    @Nested
    class Discovery {
        @Test
        @Law("OltDriver.unregistered lists an ONU that is connected, with its port, until it is registered.")
        void lists_a_connected_ONU_until_it_is_registered() {
            kit.assumeSupported(Operation.LIST_UNREGISTERED, Operation.REGISTER);
            kit.olt().device().connect(port(1), serial(1));
            assertThat(kit.gateway().unregistered(OLT)).singleElement().satisfies(onu -> {
                assertThat(onu.port()).isEqualTo(port(1));
                assertThat(onu.serial()).isEqualTo(serial(1));
            });

            kit.given(kit.service(1));

            assertThat(kit.gateway().unregistered(OLT)).isEmpty();
        }

        @Test
        @Law("OltDriver.unregistered is empty where no ONU is connected.")
        void lists_nothing_where_no_ONU_is_connected() {
            kit.assumeSupported(Operation.LIST_UNREGISTERED);

            assertThat(kit.gateway().unregistered(OLT)).isEmpty();
        }

        @Test
        @Law("OltDriver.ponPorts lists every PON port, in their order, and no other interface.")
        void lists_the_PON_ports_in_their_order() {
            kit.assumeSupported(Operation.LIST_PON_PORTS);

            assertThat(kit.gateway().ponPorts(OLT)).contains(port(1), port(2)).isSorted();
        }
    }

    @Nested
    class DeviceDetection {
        @Test
        @Law("OltDriver.detect does not refuse a device of its make.")
        void accepts_the_device() {
            assertThat(kit.gateway().propose(OLT))
                    .hasEntrySatisfying(
                            provider().id(),
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
    }

    @Nested
    class StateOfAnOnu {
        @BeforeEach
        void assumeSupported() {
            kit.assumeSupported(Operation.READ_STATE, Operation.REGISTER, Operation.FIND);
        }

        @Test
        @Law("OltDriver.state tells that a connected ONU works, and the light that it receives, -21.5 dBm.")
        void that_works_is_online_with_its_light() {
            kit.olt().device().connect(port(1), serial(1));
            kit.given(kit.service(1));

            OnuState state = state(1);

            assertThat(state.oper()).isEqualTo(OnuState.Oper.ONLINE);
            assertThat(state.admin()).isNotEqualTo(OnuState.Admin.DISABLED);
            if (tellsReceivedPower()) {
                assertThat(state.optics().onuReceived())
                        .hasValueSatisfying(power -> assertThat(power.dbm()).isBetween(-21.6, -21.4));
            }
        }

        @Test
        @Law("OltDriver.state invents nothing: a power that the device marks as not available is empty, not a number.")
        void that_is_not_connected_has_no_light() {
            kit.given(kit.service(1));

            OnuState state = state(1);

            assertThat(state.oper()).isNotEqualTo(OnuState.Oper.ONLINE);
            assertThat(state.optics()).isEqualTo(OnuOptics.NONE);
        }

        @Test
        @Law(
                "OltDriver.state tells loss of power from a cut fibre, or tells neither: an operator sends people because of it.")
        void tells_loss_of_power_from_a_cut_fibre() {
            kit.olt().device().connect(port(1), serial(1));
            kit.olt().device().connect(port(1), serial(2));
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
            kit.olt().device().connect(port(1), serial(1));
            kit.given(kit.service(1));

            kit.given(kit.service(1, 1, plan(), false));

            assertThat(state(1).oper()).isNotEqualTo(OnuState.Oper.ONLINE);
            assertThat(state(1).admin()).isIn(OnuState.Admin.DISABLED, OnuState.Admin.UNKNOWN);
        }

        @Test
        @Law("OltDriver.states says of each ONU of a port what state says of it, and nothing of other ports.")
        void is_the_same_when_a_whole_port_is_read() {
            for (int n = 1; n <= 25; n++) {
                kit.olt().device().connect(port(1), serial(n));
                kit.given(kit.service(n));
            }
            kit.given(kit.service(26, 2, plan(), true));
            List<OnuState> states = new ArrayList<>();

            kit.gateway().states(port(1), KitSetup.EVERY_DETAIL, states::add);

            assertThat(states).hasSize(25);
            for (OnuState one : states) {
                assertThat(kit.gateway().state(OLT, one.onu().serial(), KitSetup.EVERY_DETAIL))
                        .contains(one);
            }
        }

        @Test
        @Law("OltDriver.find is empty for an ONU that is not registered.")
        void that_is_not_registered_is_empty() {
            assertThat(kit.gateway().state(OLT, serial(1), KitSetup.EVERY_DETAIL))
                    .isEmpty();
        }

        private OnuState state(int n) {
            return kit.gateway()
                    .state(OLT, serial(n), KitSetup.EVERY_DETAIL)
                    .orElseThrow(() -> new AssertionError(serial(n) + " is not found by the driver"));
        }
    }

    @Nested
    class InventoryOfAnOlt {
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
        @Law(
                "OltDriver.configurations says of each ONU of a port what configuration says of it: an audit believes the one,"
                        + " an order the other.")
        void says_of_each_ONU_what_reading_it_alone_says() {
            List<LineService> ordered = orders();
            ordered.forEach(kit::given);

            LineInventory inventory = inventory();

            assertThat(inventory.registrations())
                    .containsExactlyInAnyOrderElementsOf(ordered.stream()
                            .map(service -> service.line().registration())
                            .toList());
            for (LineService service : ordered) {
                assertThat(inventory.observe(service)).isEqualTo(new Observation.InSync());
                for (LineService asked : everyServiceOn(service)) {
                    assertThat(inventory.observe(asked)).isEqualTo(kit.gateway().observe(asked));
                }
            }
        }

        @Test
        @Law("An OLT without ONUs has an empty inventory.")
        void without_ONUs_is_empty() {
            assertThat(inventory().registrations()).isEmpty();
            KitSetup.assertDrifted(Drift.Kind.MISSING, inventory().observe(kit.service(1)));
        }

        /** ONUs on both ports, with every plan, and a disabled one where that is possible. */
        private List<LineService> orders() {
            List<LineService> orders =
                    new ArrayList<>(List.of(kit.service(1), kit.service(2), kit.service(3, 2, plan(), true)));
            int next = 4;
            for (LinePlan other : otherPlans()) {
                orders.add(kit.service(next, next % 2 + 1, other, true));
                next++;
            }
            if (kit.supports(Operation.SET_ADMIN_STATE)) {
                orders.add(kit.service(next, 1, plan(), false));
            }
            return orders;
        }

        /** The same line with every plan, enabled and disabled. */
        private List<LineService> everyServiceOn(LineService service) {
            return Stream.concat(Stream.of(plan()), otherPlans().stream())
                    .flatMap(plan -> Stream.of(true, false)
                            .map(enabled ->
                                    new LineService(service.contract(), service.line(), plan.profile(), enabled)))
                    .toList();
        }

        private LineInventory inventory() {
            return kit.gateway()
                    .inventory(OLT)
                    .match(read -> read, detail -> fail("the OLT could not be read: %s", detail));
        }
    }

    @Nested
    class PonPort {
        @BeforeEach
        void assumeSupported() {
            kit.assumeSupported(Operation.READ_PORT);
        }

        @Test
        @Law("OltDriver.port tells that a PON port is up.")
        void that_is_up_is_told_to_be() {
            assertThat(kit.gateway().port(port(1)).oper()).isEqualTo(ServiceState.UP);
        }

        @Test
        @Law("A PON port that the OLT does not have is a fault NOT_FOUND that names it (OltSession.noSuchPort).")
        void that_does_not_exist_is_a_fault_that_names_it() {
            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> kit.gateway().port(port(NO_SUCH_PORT)))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND))
                    .withMessageContaining(port(NO_SUCH_PORT).toString());
        }

        @Test
        @Law("OltDriver.setPortEnabled switches the port that is meant, and no other.")
        void that_is_switched_off_and_on_is_the_one_that_was_meant() {
            kit.assumeSupported(Operation.SET_PORT);

            kit.gateway().setPortEnabled(port(1), false);
            ServiceState off = kit.gateway().port(port(1)).admin();
            ServiceState other = kit.gateway().port(port(2)).admin();
            kit.gateway().setPortEnabled(port(1), true);

            assertThat(off).isEqualTo(ServiceState.DOWN);
            assertThat(other).isEqualTo(ServiceState.UP);
            assertThat(kit.gateway().port(port(1)).admin()).isEqualTo(ServiceState.UP);
        }
    }

    @Nested
    class CapabilitiesOfADriver {
        private static final Set<Operation> WRITES_TO_AN_ONU = EnumSet.of(
                Operation.REGISTER,
                Operation.CHANGE_PROFILES,
                Operation.BIND_SERVICE,
                Operation.SET_ADMIN_STATE,
                Operation.DELETE);

        @Test
        @Law("Capabilities are constants: every driver of a provider has the same, at any time.")
        void are_always_the_same() {
            OltDriver driver = kit.newDriver();

            assertThat(driver.capabilities())
                    .isEqualTo(driver.capabilities())
                    .isEqualTo(kit.newDriver().capabilities());
        }

        @Test
        @Law(
                "A driver that writes to an ONU supports FIND and READ_CONFIGURATION, or the gateway refuses every order: it could not"
                        + " read back.")
        void include_reading_back_where_they_include_writing() {
            assumeTrue(WRITES_TO_AN_ONU.stream().anyMatch(kit::supports), "the driver writes to no ONU");

            assertThat(kit.level(Operation.FIND)).isNotEqualTo(Capability.Level.UNSUPPORTED);
            assertThat(kit.level(Operation.READ_CONFIGURATION)).isNotEqualTo(Capability.Level.UNSUPPORTED);
        }

        @Test
        @Law("An experimental registration is refused unless the operator allows it for that OLT.")
        void that_are_experimental_keep_ONUs_from_being_registered() {
            kit.assumeExperimental(Operation.REGISTER);
            kit.allowNothingExperimental();

            KitSetup.assertRefused("UNSUPPORTED", kit.order(kit.service(1)));

            assertThat(kit.olt().sets()).isEmpty();
        }

        @Test
        @Law("An experimental switching of PON ports is refused unless the operator allows it for that OLT.")
        void that_are_experimental_keep_ports_from_being_switched() {
            kit.assumeExperimental(Operation.SET_PORT);
            kit.allowNothingExperimental();

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> kit.gateway().setPortEnabled(port(1), false))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.UNSUPPORTED));
            assertThat(kit.olt().sets()).isEmpty();
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
