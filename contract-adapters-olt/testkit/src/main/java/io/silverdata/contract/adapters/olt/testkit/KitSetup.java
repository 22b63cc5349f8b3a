package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The driver under test behind a gateway, at its simulated device; with the orders and assertions that the tests are made of. */
final class KitSetup implements AutoCloseable {
    /** Long enough for an agent on a busy machine. */
    private static final OltSettings.Timing USUAL = timing(500, 2, 5_000);

    /** For sets that are lost on purpose. One that is only late is found to be done by reading back. */
    static final OltSettings.Timing FOR_LOST_SETS = timing(500, 2, 50);

    /** For reads that are lost on purpose: repeats often, and gives up soon. */
    static final OltSettings.Timing FOR_LOST_READS = timing(100, 10, 5_000);

    static final Set<OnuState.Detail> EVERY_DETAIL = EnumSet.allOf(OnuState.Detail.class);

    /** Where the ONUs of the tests are. */
    static final int PORT = 2;

    /** Where their neighbours are. */
    static final int OTHER_PORT = 1;

    private static final ProfileName WITHOUT_SERVICES = new ProfileName("kit-without-services");

    private final OltDriverTck tck;
    private final SimulatedOlt olt;
    private final Neighbours neighbours;
    private OltGateway gateway;
    private int setsBefore;

    KitSetup(OltDriverTck tck) {
        this.tck = tck;
        this.olt = SimulatedOlt.start(tck.device());
        this.neighbours = new Neighbours(tck, olt.device());
        this.gateway =
                gateway(settings(olt).allowExperimental(Operation.values()).build());
    }

    private static OltSettings.Timing timing(int readMillis, int readRetries, int writeMillis) {
        return new OltSettings.Timing(
                Duration.ofMillis(readMillis),
                readRetries,
                Duration.ofMillis(writeMillis),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10));
    }

    /** Registers and connects the neighbours, where the driver can. */
    void registerNeighbours() {
        if (supports(Operation.REGISTER) && supports(Operation.FIND) && supports(Operation.READ_CONFIGURATION)) {
            Neighbours.orders(tck, this, supports(Operation.SET_ADMIN_STATE)).forEach(this::given);
            neighbours.areRegistered();
            neighbours.connect();
            setsBefore = olt.sets().size();
            olt.clearTrace();
        }
    }

    Neighbours neighbours() {
        return neighbours;
    }

    SimulatedOlt olt() {
        return olt;
    }

    OltGateway gateway() {
        return gateway;
    }

    String driverId() {
        return tck.provider().id();
    }

    /** Goes on with another gateway, for the same device. */
    void use(OltSettings.Timing timing) {
        gateway.close();
        gateway = gateway(settings(olt)
                .allowExperimental(Operation.values())
                .timing(timing)
                .build());
    }

    /** Goes on with a gateway that allows nothing experimental. */
    void allowNothingExperimental() {
        gateway.close();
        gateway = gateway(settings(olt).build());
    }

    /** A gateway for another device, with the same settings but for the address. */
    OltGateway gatewayFor(SimulatedOlt other) {
        return gateway(settings(other).build());
    }

    private OltGateway gateway(OltSettings settings) {
        return OltGateway.builder()
                .driver(tck.provider())
                .olt(settings)
                .clock(new SettableClock(Instant.parse("2026-01-01T00:00:00Z")))
                .circuitBreaker(1_000, Duration.ofSeconds(30))
                .build();
    }

    private OltSettings.Builder settings(SimulatedOlt at) {
        OltSettings.Builder settings = tck.configure(
                        at.reach(OltSettings.builder(OltDriverTck.OLT).driver(driverId())))
                .timing(USUAL)
                .neverSave();
        settings.plan(tck.plan());
        tck.otherPlans().forEach(settings::plan);
        tck.bindings().forEach(settings::binding);
        tck.unknownPlan().ifPresent(settings::plan);
        if (acceptsPlanWithoutServices()) {
            settings.plan(planWithoutServices());
        }
        return settings;
    }

    @Override
    public void close() {
        int overlapping = olt.overlappingSets();
        gateway.close();
        olt.close();
        assertThat(overlapping)
                .as("sets of driver %s that were sent while another was unanswered", driverId())
                .isZero();
        neighbours.assertUntouched();
    }

    // what the driver can do

    OltDriver newDriver() {
        OltSettings settings = tck.configure(OltSettings.builder(OltDriverTck.OLT)
                        .address("192.0.2.1")
                        .access(SimulatedOlt.access())
                        .driver(driverId()))
                .build();
        return tck.provider().create(new DriverSettings(OltDriverTck.OLT, settings.options()));
    }

    Capabilities capabilities() {
        return gateway.capabilities(OltDriverTck.OLT);
    }

    boolean supports(Operation operation) {
        return level(operation) != Capability.Level.UNSUPPORTED;
    }

    Capability.Level level(Operation operation) {
        return capabilities().of(operation).level();
    }

    void assumeSupported(Operation... operations) {
        for (Operation operation : operations) {
            assumeTrue(supports(operation), "the driver does not support " + operation);
        }
    }

    void assumeExperimental(Operation operation) {
        assumeTrue(
                level(operation) == Capability.Level.EXPERIMENTAL,
                "the driver does not call " + operation + " experimental");
    }

    /** Whether the driver takes the usual plan's profiles without any service. */
    boolean acceptsPlanWithoutServices() {
        try {
            newDriver().check(tck.plan().profiles(), List.of());
            return true;
        } catch (IllegalArgumentException needsServices) {
            return false;
        }
    }

    LinePlan planWithoutServices() {
        return new LinePlan(WITHOUT_SERVICES, tck.plan().profiles(), List.of());
    }

    // what is ordered

    /** The usual plan for ONU n. */
    LineService service(int n) {
        return service(n, tck.plan(), true);
    }

    LineService service(int n, LinePlan plan, boolean enabled) {
        return service(n, PORT, plan, enabled);
    }

    LineService service(int n, int port, LinePlan plan, boolean enabled) {
        Line line = new Line(
                new PortAssignment(new SplitterOutputId(new SplitterId("NAP-" + port), 1), tck.port(port)),
                tck.serial(n));
        return new LineService(new ContractId(new UUID(0, n)), line, plan.profile(), enabled);
    }

    OnuRegistration registration(int n) {
        return service(n).line().registration();
    }

    DeviceOutcome order(LineService service) {
        return sentOnce(() -> gateway.ensure(service));
    }

    DeviceOutcome remove(int n) {
        return sentOnce(() -> gateway.remove(registration(n)));
    }

    /** Carries an order out, and holds the driver to sending no set twice: what the first one did is not known, or done. */
    private DeviceOutcome sentOnce(Supplier<DeviceOutcome> order) {
        int before = olt.arrivedSets().size();
        DeviceOutcome outcome = order.get();
        List<ArrivedSet> sets = olt.arrivedSets();
        List<ArrivedSet> ofOrder = sets.subList(before, sets.size());
        for (int i = 0; i < ofOrder.size(); i++) {
            for (int again = i + 1; again < ofOrder.size(); again++) {
                ArrivedSet first = ofOrder.get(i);
                boolean undone = first.isConflict()
                        || ofOrder.subList(i + 1, again).stream().anyMatch(between -> between.undoes(first));
                assertThat(undone || !ofOrder.get(again).objects().equals(first.objects()))
                        .as("sent once within one order: %s", first.objects())
                        .isTrue();
            }
        }
        return outcome;
    }

    /** Orders something that has to succeed for the test to go on. */
    void given(LineService service) {
        assertApplied(order(service));
    }

    /** The sets that arrived since the neighbours were registered. */
    List<List<VarBind>> sets() {
        List<List<VarBind>> sets = olt.sets();
        return sets.subList(setsBefore, sets.size());
    }

    /** Connects ONU n, a working one with values of its own. */
    ConnectedOnu connect(int n) {
        ConnectedOnu onu = new ConnectedOnu(
                tck.port(PORT),
                tck.serial(n),
                true,
                true,
                -21.5 - n % 7 * 0.7,
                2.25 + n % 5 * 0.3,
                -23.75 - n % 3 * 0.8,
                1_234 + n * 111);
        olt.device().connect(onu);
        return onu;
    }

    // what the device says

    /** The ONUs of the test: without the neighbours. */
    List<ConfiguredOnu> configured() {
        return olt.device().configured().stream()
                .filter(onu -> !neighbours.include(onu))
                .toList();
    }

    ConfiguredOnu configured(OnuSerial serial) {
        return configured().stream()
                .filter(onu -> onu.serial().equals(serial))
                .findFirst()
                .orElseThrow(() -> new AssertionError(serial + " is not registered on the device"));
    }

    boolean isInSync(LineService service) {
        return gateway.observe(service).equals(new Observation.InSync());
    }

    // what must be so

    void assertInSync(LineService service) {
        assertThat(gateway.observe(service))
                .as("what the gateway reads back of %s", service)
                .isEqualTo(new Observation.InSync());
    }

    void assertDrifted(Drift.Kind kind, LineService service) {
        assertDrifted(kind, gateway.observe(service));
    }

    static void assertDrifted(Drift.Kind kind, Observation observation) {
        assertThat(observation)
                .isInstanceOfSatisfying(
                        Observation.Drifted.class,
                        drifted -> assertThat(drifted.drift().kind()).isEqualTo(kind));
    }

    static void assertApplied(DeviceOutcome outcome) {
        assertThat(outcome).as("outcome of the order").isEqualTo(new DeviceOutcome.Applied());
    }

    static void assertRefused(String code, DeviceOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    /** Refused, for whatever reason, and the reason names OLT and object. */
    static void assertRefusedNaming(String object, DeviceOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.detail()).contains(OltDriverTck.OLT.value(), object));
    }
}
