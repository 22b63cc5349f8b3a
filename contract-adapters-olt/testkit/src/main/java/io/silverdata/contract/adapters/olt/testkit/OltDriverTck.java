package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link io.silverdata.contract.adapters.olt.spi.OltDriver} asks of a driver, through the gateway and a real SNMP agent.
 * Extend it, and say which driver, which device, and which plans the device knows. What the driver's capabilities exclude is
 * skipped; what they call experimental is allowed here and tested. After each test it is checked that no two sets were under way
 * at once.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class OltDriverTck {
    /** The OLT of every test. */
    protected static final OltId OLT = new OltId("olt-1");

    /** Long enough for an agent on a busy machine. */
    private static final OltSettings.Timing PATIENT = new OltSettings.Timing(
            Duration.ofMillis(500), 2, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** For sets that are lost on purpose. One that is only late is found to be done by reading back. */
    private static final OltSettings.Timing IMPATIENT = new OltSettings.Timing(
            Duration.ofMillis(500), 2, Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** For an agent that answers nothing, so that nobody is too slow for it. */
    private static final OltSettings.Timing HASTY = new OltSettings.Timing(
            Duration.ofMillis(20), 0, Duration.ofMillis(20), Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** For reads that are lost on purpose: gives up as late as the patient one, and asks more often. */
    private static final OltSettings.Timing INSISTENT = new OltSettings.Timing(
            Duration.ofMillis(100), 10, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));

    private static final Set<InjectedFault> LOST =
            EnumSet.of(InjectedFault.LOST_REQUEST, InjectedFault.LOST_REPLY, InjectedFault.LATE_REPLY);

    private static final Set<OnuState.Detail> EVERYTHING = EnumSet.allOf(OnuState.Detail.class);

    private SimulatedOlt olt;
    private OltGateway gateway;

    /** For the test of an adapter. */
    protected OltDriverTck() {}

    /** Which driver is asked. */
    protected abstract OltDriverProvider provider();

    /** A new device with the PON ports {@link #port} 1 and 2, and the profiles of {@link #plan} and {@link #otherPlans}. */
    protected abstract SimulatedDevice device();

    /** What the usual line profile, named {@code line-home-100}, is on the device. */
    protected abstract LinePlan plan();

    /** What other line profiles are, each of a name of its own, and different from {@link #plan} in what the device can tell. */
    protected abstract List<LinePlan> otherPlans();

    /** A plan, of a name of its own, with a profile that the device does not know and refuses; empty if it takes any. */
    protected Optional<LinePlan> unknownPlan() {
        return Optional.empty();
    }

    /** PON port 1 or 2; 99 is none. */
    protected PonPortId port(int n) {
        return new PonPortId(OLT, 0, 1, n);
    }

    /** What else the driver needs to be told. */
    protected OltSettings.Builder configure(OltSettings.Builder settings) {
        return settings;
    }

    /** An ONU, one for each number. */
    protected OnuSerial serial(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", 0x10_0000 + n));
    }

    @BeforeEach
    void begin() {
        olt = SimulatedOlt.start(device());
        gateway = gateway(settings());
    }

    @AfterEach
    void end() {
        int overlapping = olt.overlappingSets();
        gateway.close();
        olt.close();
        assertThat(overlapping).as("sets while another was under way").isZero();
    }

    @Nested
    class Register {
        @BeforeEach
        void assumeItCan() {
            assumeCapable(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
        }

        @Test
        void makes_the_device_know_the_ONU_with_its_profiles() {
            assertApplied(gateway.ensure(service(1)));

            assertThat(configured()).singleElement().satisfies(onu -> {
                assertThat(onu.port()).isEqualTo(port(1));
                assertThat(onu.serial()).isEqualTo(serial(1));
                assertThat(onu.line()).isEqualTo(plan().profiles().line());
                assertThat(onu.service()).isEqualTo(plan().profiles().service());
                assertThat(onu.enabled()).isTrue();
                assertThat(onu.services()).isEqualTo(plan().services().size());
            });
            assertInSync(gateway.observe(service(1)));
        }

        @Test
        void is_one_request() {
            gateway.ensure(service(1));
            List<List<VarBind>> dry = gateway.dryRun(service(2));

            assertThat(dry.size()).isLessThanOrEqualTo(1 + bindingSteps());
            assertThat(configured()).hasSize(1);
        }

        @Test
        void repeated_writes_nothing() {
            gateway.ensure(service(1));
            int sets = olt.sets().size();

            assertApplied(gateway.ensure(service(1)));

            assertThat(olt.sets()).hasSize(sets);
            assertThat(configured()).hasSize(1);
        }

        @Test
        void gives_each_ONU_an_id_of_its_own() {
            for (int n = 1; n <= 5; n++) {
                assertApplied(gateway.ensure(service(n)));
            }

            assertThat(configured())
                    .extracting(ConfiguredOnu::id)
                    .doesNotHaveDuplicates()
                    .hasSize(5);
        }

        @Test
        void takes_an_id_that_became_free() {
            gateway.ensure(service(1));
            gateway.ensure(service(2));
            int first = configuredAs(serial(1)).id();
            gateway.remove(line(1, 1).registration());

            assertApplied(gateway.ensure(service(3)));

            assertThat(configuredAs(serial(3)).id()).isEqualTo(first);
        }

        @Test
        void of_an_ONU_that_is_registered_elsewhere_is_refused_and_writes_nothing() {
            gateway.ensure(service(1));
            int sets = olt.sets().size();

            DeviceOutcome outcome = gateway.ensure(service(1, 2, plan(), true));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("SERIAL_ELSEWHERE"));
            assertThat(olt.sets()).hasSize(sets);
            assertThat(configuredAs(serial(1)).port()).isEqualTo(port(1));
        }

        @Test
        void at_a_port_that_does_not_exist_is_refused_and_leaves_nothing() {
            DeviceOutcome outcome = gateway.ensure(service(1, 99, plan(), true));

            assertRefused(outcome, port(99).toString());
            assertThat(configured()).isEmpty();
        }

        @Test
        void with_a_profile_that_the_device_does_not_know_is_refused_and_leaves_nothing() {
            assumeTrue(unknownPlan().isPresent(), "the device takes any profile");

            DeviceOutcome outcome = gateway.ensure(service(1, 1, unknownPlan().orElseThrow(), true));

            assertRefused(outcome, OLT.value());
            assertThat(configured()).isEmpty();
        }

        @Test
        void of_a_disabled_ONU_registers_it_and_keeps_it_from_working() {
            assumeCapable(Operation.SET_ADMIN_STATE);

            assertApplied(gateway.ensure(service(1, 1, plan(), false)));

            assertThat(configuredAs(serial(1)).enabled()).isFalse();
            assertInSync(gateway.observe(service(1, 1, plan(), false)));
        }
    }

    @Nested
    class Change {
        @BeforeEach
        void assumeItCan() {
            assumeCapable(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
            if (can(Operation.CHANGE_PROFILES) == Capability.Level.UNSUPPORTED) {
                assumeCapable(Operation.DELETE);
            }
        }

        @Test
        void gives_the_ONU_what_the_other_plan_is_and_back() {
            gateway.ensure(service(1));

            for (LinePlan other : otherPlans()) {
                LineService changed = service(1, 1, other, true);
                assertDrifted(Drift.Kind.DIFFERENT, gateway.observe(changed));
                assertApplied(gateway.ensure(changed));
                assertInSync(gateway.observe(changed));
                assertThat(configuredAs(serial(1)).line())
                        .isEqualTo(other.profiles().line());
                assertThat(configuredAs(serial(1)).services())
                        .isEqualTo(other.services().size());

                assertApplied(gateway.ensure(service(1)));
                assertInSync(gateway.observe(service(1)));
            }
        }

        @Test
        void to_a_profile_that_the_device_does_not_know_leaves_the_ONU_as_it_was() {
            assumeTrue(unknownPlan().isPresent(), "the device takes any profile");
            gateway.ensure(service(1));

            DeviceOutcome outcome = gateway.ensure(service(1, 1, unknownPlan().orElseThrow(), true));

            assertThat(outcome).isInstanceOf(DeviceOutcome.Refused.class);
            assertInSync(gateway.observe(service(1)));
        }
    }

    @Nested
    class Suspend {
        @BeforeEach
        void assumeItCan() {
            assumeCapable(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.SET_ADMIN_STATE);
        }

        @Test
        void keeps_the_ONU_from_working_and_registered() {
            gateway.ensure(service(1));

            assertApplied(gateway.ensure(service(1, 1, plan(), false)));

            assertThat(configuredAs(serial(1)).enabled()).isFalse();
        }

        @Test
        void repeated_writes_nothing() {
            gateway.ensure(service(1));
            gateway.ensure(service(1, 1, plan(), false));
            int sets = olt.sets().size();

            assertApplied(gateway.ensure(service(1, 1, plan(), false)));

            assertThat(olt.sets()).hasSize(sets);
        }

        @Test
        void and_resume_lets_it_work_again() {
            gateway.ensure(service(1));
            gateway.ensure(service(1, 1, plan(), false));

            assertApplied(gateway.ensure(service(1)));

            assertThat(configuredAs(serial(1)).enabled()).isTrue();
            assertInSync(gateway.observe(service(1)));
        }

        @Test
        void is_about_one_ONU_only() {
            gateway.ensure(service(1));
            gateway.ensure(service(2));

            gateway.ensure(service(1, 1, plan(), false));

            assertThat(configuredAs(serial(2)).enabled()).isTrue();
        }
    }

    @Nested
    class Move {
        @Test
        void is_removing_here_and_registering_there() {
            assumeCapable(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
            gateway.ensure(service(1));

            assertApplied(gateway.remove(line(1, 1).registration()));
            assertApplied(gateway.ensure(service(1, 2, plan(), true)));

            assertThat(configured())
                    .singleElement()
                    .satisfies(onu -> assertThat(onu.port()).isEqualTo(port(2)));
        }
    }

    @Nested
    class Delete {
        @BeforeEach
        void assumeItCan() {
            assumeCapable(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
        }

        @Test
        void leaves_nothing_on_the_device() {
            List<List<VarBind>> before = olt.sets();
            gateway.ensure(service(1));

            assertApplied(gateway.remove(line(1, 1).registration()));

            assertThat(configured()).isEmpty();
            assertThat(olt.sets()).hasSizeGreaterThan(before.size());
            assertInSync(gateway.observeRemoved(line(1, 1).registration()));
        }

        @Test
        void again_writes_nothing() {
            gateway.ensure(service(1));
            gateway.remove(line(1, 1).registration());
            int sets = olt.sets().size();

            assertApplied(gateway.remove(line(1, 1).registration()));

            assertThat(olt.sets()).hasSize(sets);
        }

        @Test
        void leaves_other_ONUs() {
            gateway.ensure(service(1));
            gateway.ensure(service(2));

            gateway.remove(line(1, 1).registration());

            assertThat(configured()).extracting(ConfiguredOnu::serial).containsExactly(serial(2));
            assertInSync(gateway.observe(service(2)));
        }

        @Test
        void of_a_suspended_ONU_leaves_nothing() {
            assumeCapable(Operation.SET_ADMIN_STATE);
            gateway.ensure(service(1, 1, plan(), false));

            assertApplied(gateway.remove(line(1, 1).registration()));

            assertThat(configured()).isEmpty();
        }
    }

    /** Every set of an order is lost in every way, one at a time. Repeating the order then always comes to the same. */
    @Nested
    class FaultAtEachStep {
        @BeforeEach
        void assumeItCan() {
            assumeCapable(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.DELETE);
        }

        @ParameterizedTest
        @EnumSource
        void of_registering(InjectedFault fault) {
            useTimingFor(fault);
            int steps = gateway.dryRun(service(1)).size();
            for (int step = 1; step <= steps; step++) {
                olt.faultOnSet(step, fault);

                DeviceOutcome outcome = gateway.ensure(service(1));

                olt.clearFaults();
                assertHonest(fault, outcome, configured().isEmpty());
                assertApplied(gateway.ensure(service(1)));
                assertInSync(gateway.observe(service(1)));
                assertThat(configured()).hasSize(1);
                assertApplied(gateway.remove(line(1, 1).registration()));
            }
        }

        @ParameterizedTest
        @EnumSource
        void of_changing_plans(InjectedFault fault) {
            useTimingFor(fault);
            for (LinePlan other : otherPlans()) {
                LineService changed = service(1, 1, other, true);
                gateway.ensure(service(1));
                int steps = gateway.dryRun(changed).size();
                for (int step = 1; step <= steps; step++) {
                    olt.faultOnSet(step, fault);

                    DeviceOutcome outcome = gateway.ensure(changed);

                    olt.clearFaults();
                    boolean asBefore = gateway.observe(service(1)).equals(new Observation.InSync());
                    assertHonest(fault, outcome, asBefore);
                    assertApplied(gateway.ensure(changed));
                    assertInSync(gateway.observe(changed));
                    assertApplied(gateway.ensure(service(1)));
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void of_suspending(InjectedFault fault) {
            useTimingFor(fault);
            assumeCapable(Operation.SET_ADMIN_STATE);
            gateway.ensure(service(1));
            olt.faultOnSet(1, fault);

            DeviceOutcome outcome = gateway.ensure(service(1, 1, plan(), false));

            assertHonest(fault, outcome, configuredAs(serial(1)).enabled());
            assertApplied(gateway.ensure(service(1, 1, plan(), false)));
            assertThat(configuredAs(serial(1)).enabled()).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void of_deleting(InjectedFault fault) {
            useTimingFor(fault);
            for (int step = 1; step <= 3; step++) {
                gateway.ensure(service(1));
                olt.faultOnSet(step, fault);

                DeviceOutcome outcome = gateway.remove(line(1, 1).registration());

                olt.clearFaults();
                assertThat(outcome).isNotNull();
                assertApplied(gateway.remove(line(1, 1).registration()));
                assertThat(configured()).isEmpty();
            }
        }

        private void useTimingFor(InjectedFault fault) {
            if (LOST.contains(fault)) {
                use(IMPATIENT);
            }
        }

        /** Applied means done; Refused and NotSent mean that nothing changed; Unknown promises nothing. */
        private void assertHonest(InjectedFault fault, DeviceOutcome outcome, boolean unchanged) {
            if (outcome instanceof DeviceOutcome.Applied) {
                assertThat(unchanged).as("unchanged after Applied").isFalse();
            } else if (!(outcome instanceof DeviceOutcome.Unknown)) {
                assertThat(unchanged).as("unchanged after " + outcome).isTrue();
            }
            if (fault == InjectedFault.SLOW || fault == InjectedFault.LOST_REPLY || fault == InjectedFault.LATE_REPLY) {
                assertApplied(outcome);
            }
            if (fault == InjectedFault.BUSY || fault == InjectedFault.COMMIT_FAILED) {
                assertThat(outcome).isInstanceOf(DeviceOutcome.NotSent.class);
            }
        }
    }

    @Nested
    class WithoutAnAnswer {
        @BeforeEach
        void assumeItCan() {
            assumeCapable(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION);
        }

        @Test
        void nothing_is_sent_and_nothing_is_absent() {
            use(HASTY);
            olt.silent(true);

            assertThat(gateway.ensure(service(2))).isInstanceOf(DeviceOutcome.NotSent.class);
            assertThat(gateway.observe(service(1))).isInstanceOf(Observation.Unreadable.class);
            assertThat(gateway.observeRemoved(line(2, 1).registration())).isInstanceOf(Observation.Unreadable.class);
        }

        @Test
        void a_lost_read_is_repeated() {
            use(INSISTENT);
            gateway.ensure(service(1));
            olt.loseReads(1);

            assertInSync(gateway.observe(service(1)));
        }

        @Test
        void a_device_that_restarted_and_saved_nothing_is_told_again() {
            gateway.ensure(service(1));
            olt.restart();
            assumeTrue(configured().isEmpty(), "the driver saves after each change");

            assertDrifted(Drift.Kind.MISSING, gateway.observe(service(1)));
            assertApplied(gateway.ensure(service(1)));

            assertInSync(gateway.observe(service(1)));
        }
    }

    @Nested
    class Save {
        @Test
        void keeps_what_was_registered_over_a_restart() {
            assumeCapable(
                    Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.SAVE_CONFIGURATION);
            gateway.ensure(service(1));
            gateway.save(OLT);

            olt.restart();

            assertInSync(gateway.observe(service(1)));
        }
    }

    @Nested
    class Discover {
        @Test
        void finds_a_connected_ONU_until_it_is_registered() {
            assumeCapable(Operation.LIST_UNREGISTERED, Operation.REGISTER);
            olt.device().connect(port(1), serial(1));
            assertThat(gateway.unregistered(OLT)).singleElement().satisfies(onu -> {
                assertThat(onu.port()).isEqualTo(port(1));
                assertThat(onu.serial()).isEqualTo(serial(1));
            });

            gateway.ensure(service(1));

            assertThat(gateway.unregistered(OLT)).isEmpty();
        }

        @Test
        void finds_nothing_where_nothing_is() {
            assumeCapable(Operation.LIST_UNREGISTERED);

            assertThat(gateway.unregistered(OLT)).isEmpty();
        }

        @Test
        void lists_the_ports() {
            assumeCapable(Operation.LIST_PON_PORTS);

            assertThat(gateway.ponPorts(OLT)).contains(port(1), port(2)).isSorted();
        }

        @Test
        void takes_the_device_for_one_of_its_own() {
            assertThat(gateway.propose(OLT).get(provider().id()))
                    .isNotNull()
                    .satisfies(detection -> assertThat(detection.fit()).isNotEqualTo(Detection.Fit.NO));
        }
    }

    @Nested
    class State {
        @BeforeEach
        void assumeItCan() {
            assumeCapable(Operation.READ_STATE, Operation.REGISTER, Operation.FIND);
        }

        @Test
        void of_an_ONU_that_works_tells_light_and_distance() {
            olt.device().connect(port(1), serial(1));
            gateway.ensure(service(1));

            OnuState state = state(1);

            assertThat(state.oper()).isEqualTo(OnuState.Oper.ONLINE);
            assertThat(state.admin()).isNotEqualTo(OnuState.Admin.DISABLED);
            assertThat(state.optics().onuReceived())
                    .hasValueSatisfying(power -> assertThat(power.dbm()).isBetween(-21.6, -21.4));
        }

        @Test
        void of_an_ONU_that_is_not_connected_invents_nothing() {
            gateway.ensure(service(1));

            OnuState state = state(1);

            assertThat(state.oper()).isNotEqualTo(OnuState.Oper.ONLINE);
            assertThat(state.optics()).isEqualTo(OnuOptics.NONE);
        }

        @Test
        void tells_loss_of_power_from_a_cut_fibre() {
            olt.device().connect(port(1), serial(1));
            olt.device().connect(port(1), serial(2));
            gateway.ensure(service(1));
            gateway.ensure(service(2));

            olt.device().cutPower(serial(1));
            olt.device().cutFibre(serial(2));

            assertThat(state(1).oper()).isEqualTo(OnuState.Oper.OFFLINE);
            assertThat(state(1).lastDown()).isIn(OnuState.DownCause.POWER, OnuState.DownCause.UNKNOWN);
            assertThat(state(2).oper()).isEqualTo(OnuState.Oper.OFFLINE);
            assertThat(state(2).lastDown()).isIn(OnuState.DownCause.LOS, OnuState.DownCause.UNKNOWN);
        }

        @Test
        void of_a_suspended_ONU_is_offline() {
            assumeCapable(Operation.SET_ADMIN_STATE);
            olt.device().connect(port(1), serial(1));
            gateway.ensure(service(1));

            gateway.ensure(service(1, 1, plan(), false));

            assertThat(state(1).oper()).isNotEqualTo(OnuState.Oper.ONLINE);
            assertThat(state(1).admin()).isIn(OnuState.Admin.DISABLED, OnuState.Admin.UNKNOWN);
        }

        @Test
        void of_a_whole_port_is_the_state_of_each() {
            for (int n = 1; n <= 25; n++) {
                olt.device().connect(port(1), serial(n));
                gateway.ensure(service(n));
            }
            gateway.ensure(service(26, 2, plan(), true));
            List<OnuState> states = new ArrayList<>();

            gateway.states(port(1), EVERYTHING, states::add);

            assertThat(states).hasSize(25);
            for (OnuState one : states) {
                assertThat(gateway.state(OLT, one.onu().serial(), EVERYTHING)).contains(one);
            }
        }

        @Test
        void of_an_ONU_that_is_not_registered_is_empty() {
            assertThat(gateway.state(OLT, serial(1), EVERYTHING)).isEmpty();
        }

        private OnuState state(int n) {
            return gateway.state(OLT, serial(n), EVERYTHING).orElseThrow();
        }
    }

    @Nested
    class Inventory {
        @BeforeEach
        void assumeItCan() {
            assumeCapable(
                    Operation.REGISTER,
                    Operation.FIND,
                    Operation.LIST_PON_PORTS,
                    Operation.READ_STATE,
                    Operation.READ_CONFIGURATION);
        }

        @Test
        void says_of_each_ONU_of_the_OLT_what_reading_it_by_itself_says() {
            List<LineService> ordered = new ArrayList<>(List.of(service(1), service(2), service(3, 2, plan(), true)));
            int next = 4;
            for (LinePlan other : otherPlans()) {
                ordered.add(service(next, next % 2 + 1, other, true));
                next++;
            }
            if (can(Operation.SET_ADMIN_STATE) != Capability.Level.UNSUPPORTED) {
                ordered.add(service(next, 1, plan(), false));
            }
            ordered.forEach(service -> assertApplied(gateway.ensure(service)));

            LineInventory inventory = inventory();

            assertThat(inventory.registrations())
                    .containsExactlyInAnyOrderElementsOf(ordered.stream()
                            .map(service -> service.line().registration())
                            .toList());
            ordered.forEach(service -> assertInSync(inventory.observe(service)));
            for (LineService service : ordered) {
                for (LineService asked : likely(service)) {
                    assertThat(inventory.observe(asked)).isEqualTo(gateway.observe(asked));
                }
            }
        }

        @Test
        void of_an_OLT_without_ONUs_is_empty() {
            assertThat(inventory().registrations()).isEmpty();
            assertDrifted(Drift.Kind.MISSING, inventory().observe(service(1)));
        }

        private List<LineService> likely(LineService service) {
            List<LineService> asked = new ArrayList<>();
            for (LinePlan one :
                    Stream.concat(Stream.of(plan()), otherPlans().stream()).toList()) {
                for (boolean enabled : new boolean[] {true, false}) {
                    asked.add(new LineService(service.contract(), service.line(), one.profile(), enabled));
                }
            }
            return asked;
        }

        private LineInventory inventory() {
            return gateway.inventory(OLT).match(read -> read, detail -> fail("the OLT could not be read: %s", detail));
        }
    }

    @Nested
    class Ports {
        @Test
        void are_up() {
            assumeCapable(Operation.READ_PORT);

            assertThat(gateway.port(port(1)).oper()).isEqualTo(ServiceState.UP);
        }

        @Test
        void that_do_not_exist_are_a_fault_that_names_them() {
            assumeCapable(Operation.READ_PORT);

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> gateway.port(port(99)))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND))
                    .withMessageContaining(port(99).toString());
        }

        @Test
        void can_be_shut_and_opened() {
            assumeCapable(Operation.READ_PORT, Operation.SET_PORT);

            gateway.setPortEnabled(port(1), false);
            ServiceState shut = gateway.port(port(1)).admin();
            gateway.setPortEnabled(port(1), true);

            assertThat(shut).isEqualTo(ServiceState.DOWN);
            assertThat(gateway.port(port(1)).admin()).isEqualTo(ServiceState.UP);
            assertThat(gateway.port(port(2)).admin()).isEqualTo(ServiceState.UP);
        }
    }

    @Nested
    class Refusals {
        @Test
        void experimental_operations_are_refused_unless_allowed() {
            gateway.close();
            gateway = gateway(base().build());
            List<Operation> experimental = EnumSet.allOf(Operation.class).stream()
                    .filter(operation -> can(operation) == Capability.Level.EXPERIMENTAL)
                    .toList();

            if (experimental.contains(Operation.REGISTER)) {
                assertThat(gateway.ensure(service(1)))
                        .isInstanceOfSatisfying(
                                DeviceOutcome.Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("UNSUPPORTED"));
            }
            if (experimental.contains(Operation.SET_PORT)) {
                assertThatExceptionOfType(OltFault.class)
                        .isThrownBy(() -> gateway.setPortEnabled(port(1), false))
                        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.UNSUPPORTED));
            }
            assertThat(olt.sets()).isEmpty();
        }

        @Test
        void every_capability_has_evidence() {
            assertThat(gateway.capabilities(OLT).all().values())
                    .allSatisfy(capability -> assertThat(capability.evidence()).isNotBlank());
        }

        @Test
        void a_device_of_another_make_is_not_touched() {
            try (SimulatedOlt stranger = SimulatedOlt.start(new Stranger());
                    OltGateway lost = gateway(stranger.reach(base()).build())) {
                DeviceOutcome outcome = lost.ensure(service(1));

                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                DeviceOutcome.Refused.class,
                                refused -> assertThat(refused.code()).isIn("WRONG_DEVICE", "UNSUPPORTED"));
                assertThat(stranger.sets()).isEmpty();
            }
        }
    }

    // what tests are made of

    private static final class Stranger extends SimulatedDevice {
        Stranger() {
            super(Oid.parse("1.3.6.1.4.1.8072.3.2.10"), "a router");
        }

        @Override
        protected void refresh(OnuSerial serial) {}

        @Override
        public List<ConfiguredOnu> configured() {
            return List.of();
        }
    }

    private OltGateway gateway(OltSettings settings) {
        return OltGateway.builder()
                .driver(provider())
                .olt(settings)
                .clock(new SettableClock(Instant.parse("2026-01-01T00:00:00Z")))
                .rest(1_000, Duration.ofSeconds(30))
                .build();
    }

    private void use(OltSettings.Timing timing) {
        gateway.close();
        gateway = gateway(
                base().allowExperimental(Operation.values()).timing(timing).build());
    }

    private OltSettings settings() {
        return base().allowExperimental(Operation.values()).build();
    }

    private OltSettings.Builder base() {
        OltSettings.Builder settings = configure(
                        olt.reach(OltSettings.builder(OLT).driver(provider().id())))
                .timing(PATIENT)
                .neverSave();
        settings.plan(plan());
        otherPlans().forEach(settings::plan);
        unknownPlan().ifPresent(settings::plan);
        return settings;
    }

    private int bindingSteps() {
        return 4 * plan().services().size();
    }

    private LineService service(int n) {
        return service(n, 1, plan(), true);
    }

    private LineService service(int n, int port, LinePlan plan, boolean enabled) {
        return new LineService(new ContractId(new UUID(0, n)), line(n, port), plan.profile(), enabled);
    }

    private Line line(int n, int port) {
        return new Line(
                new PortAssignment(new SplitterOutputId(new SplitterId("NAP-" + port), 1), port(port)), serial(n));
    }

    private List<ConfiguredOnu> configured() {
        return olt.device().configured();
    }

    private ConfiguredOnu configuredAs(OnuSerial serial) {
        return configured().stream()
                .filter(onu -> onu.serial().equals(serial))
                .findFirst()
                .orElseThrow();
    }

    private Capability.Level can(Operation operation) {
        return provider().create(driverSettings()).capabilities().of(operation).level();
    }

    private DriverSettings driverSettings() {
        return new DriverSettings(OLT, settings().options());
    }

    private void assumeCapable(Operation... operations) {
        for (Operation operation : operations) {
            assumeTrue(can(operation) != Capability.Level.UNSUPPORTED, "the driver cannot " + operation);
        }
    }

    private static void assertApplied(DeviceOutcome outcome) {
        assertThat(outcome).isEqualTo(new DeviceOutcome.Applied());
    }

    private static void assertRefused(DeviceOutcome outcome, String named) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.detail())
                                .contains(OLT.value())
                                .contains(named));
    }

    private static void assertInSync(Observation observation) {
        assertThat(observation).isEqualTo(new Observation.InSync());
    }

    private static void assertDrifted(Drift.Kind kind, Observation observation) {
        assertThat(observation)
                .isInstanceOfSatisfying(
                        Observation.Drifted.class,
                        drifted -> assertThat(drifted.drift().kind()).isEqualTo(kind));
    }
}
