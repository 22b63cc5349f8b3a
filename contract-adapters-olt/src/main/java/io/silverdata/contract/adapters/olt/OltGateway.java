package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.internal.SnmpTransport;
import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.PortState;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OLTs of an operator, over SNMP.
 *
 * <p>An order is idempotent by the ONU's serial number: what the OLT has already is not written. What is written is read back. If
 * a step fails, the steps before it are taken back; where that fails too, or where there was no answer and reading back does not
 * tell, the outcome is {@code Unknown}. On one OLT one order writes at a time; across processes the domain's device leases see
 * to that. An OLT that stopped answering is left alone for a while.
 *
 * <p>Operations block the calling thread, for at most {@link OltSettings.Timing#turn} and twice {@link
 * OltSettings.Timing#operation}. Those that the domain does not have throw {@link OltFault}. Safe for use by any number of
 * threads. Has one UDP socket with SNMP4J's own two threads; {@link #close} ends them.
 */
public final class OltGateway implements LineProvisioner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OltGateway.class);

    private final SnmpTransport transport;
    private final Drivers drivers;
    private final Map<OltId, OltConnection> olts;
    private final Map<OltId, SaveSchedule> saves = new TreeMap<>();

    private OltGateway(SnmpTransport transport, Drivers drivers, Map<OltId, OltConnection> olts, Clock clock) {
        this.transport = transport;
        this.drivers = drivers;
        this.olts = olts;
        olts.forEach((id, olt) -> saves.put(id, new SaveSchedule(olt, clock)));
    }

    /** A gateway to be filled in. */
    public static Builder builder() {
        return new Builder();
    }

    // what the domain asks

    @Override
    public DeviceOutcome ensure(LineService service) {
        return withPlan(
                service,
                (olt, plan) -> order(
                        olt,
                        Operation.REGISTER,
                        during -> new LineOrder(olt, during, service, plan, false).carryOut()));
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        OltId id = registration.ponPort().olt();
        Optional<OltConnection> olt = find(id);
        return olt.isEmpty()
                ? unknownOlt(id)
                : order(
                        olt.get(),
                        Operation.DELETE,
                        during -> new RemovalOrder(olt.get(), during, registration).carryOut());
    }

    @Override
    public Observation observe(LineService service) {
        Optional<OltConnection> olt = find(oltOf(service));
        Optional<LinePlan> plan = olt.flatMap(known -> known.settings().plan(service.profile()));
        if (plan.isEmpty()) {
            return new Observation.Unreadable(
                    "OLT " + oltOf(service) + " or profile " + service.profile() + " on it is not set up");
        }
        return observed(olt.get(), during -> new LineCheck(olt.get(), during).served(service, plan.get()));
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        OltId id = registration.ponPort().olt();
        Optional<OltConnection> olt = find(id);
        return olt.isEmpty()
                ? new Observation.Unreadable(notSetUp(id))
                : observed(olt.get(), during -> new LineCheck(olt.get(), during).removed(registration));
    }

    @Override
    public Reading<LineInventory> inventory(OltId id) {
        Optional<OltConnection> olt = find(id);
        if (olt.isEmpty()) {
            return new Reading.Unreadable<>(notSetUp(id));
        }
        try {
            return new Reading.Complete<>(OltInventory.read(olt.get()));
        } catch (OltFault fault) {
            return new Reading.Unreadable<>(fault.getMessage());
        }
    }

    @Override
    public List<DeviceState> devices() {
        return olts.values().stream().map(OltConnection::deviceState).toList();
    }

    // what an operator asks besides

    /**
     * What {@link #ensure} would write, without writing: each list is one request. Reads the OLT. A step that depends on the
     * answer to one before it is planned as if that one had done what it should.
     *
     * @throws OltFault if the OLT cannot be read, or the order would be refused
     */
    public List<List<VarBind>> dryRun(LineService service) {
        OltConnection olt = require(oltOf(service));
        LinePlan plan = olt.settings()
                .plan(service.profile())
                .orElseThrow(() -> new OltFault(
                        OltFault.Kind.NOT_FOUND,
                        oltOf(service),
                        Operation.REGISTER,
                        "profile " + service.profile(),
                        "not set up for this OLT"));
        List<List<VarBind>> sets = new ArrayList<>();
        try {
            olt.read(
                    Operation.REGISTER,
                    during -> new LineOrder(
                                    olt,
                                    operation -> new RecordingSession(during.during(operation), sets),
                                    service,
                                    plan,
                                    true)
                            .carryOut());
        } catch (LineOrder.Elsewhere elsewhere) {
            throw new OltFault(
                    OltFault.Kind.CONFLICT,
                    oltOf(service),
                    Operation.REGISTER,
                    service.line().onu().toString(),
                    "registered as " + elsewhere.getMessage());
        }
        return List.copyOf(sets);
    }

    /** What the driver of an OLT can do. Asks nobody. */
    public Capabilities capabilities(OltId olt) {
        return require(olt).driver().capabilities();
    }

    /** What every known driver thinks of an OLT, by its id. Only a proposal: the settings decide. */
    public Map<String, Detection> propose(OltId olt) {
        OltConnection connection = require(olt);
        Map<String, Detection> proposals = new TreeMap<>();
        connection.readUnchecked(Operation.DETECT, during -> {
            drivers.all().forEach((id, provider) -> {
                OltDriver driver = provider.create(connection.driverSettings(id));
                proposals.put(
                        id,
                        driver.detect(
                                during.during(Operation.DETECT), connection.system(during.during(Operation.DETECT))));
            });
            return proposals;
        });
        return proposals;
    }

    /** The PON ports of an OLT, in their order. */
    public List<PonPortId> ponPorts(OltId olt) {
        return ask(
                olt,
                Operation.LIST_PON_PORTS,
                (driver, during) -> driver.ponPorts(during.during(Operation.LIST_PON_PORTS)));
    }

    /** ONUs that an OLT sees and that are not registered. */
    public List<DiscoveredOnu> unregistered(OltId olt) {
        return ask(
                olt,
                Operation.LIST_UNREGISTERED,
                (driver, during) -> driver.unregistered(during.during(Operation.LIST_UNREGISTERED)));
    }

    /** How a registered ONU is; empty if it is not registered on the OLT. */
    public Optional<OnuState> state(OltId olt, OnuSerial serial, Set<OnuState.Detail> details) {
        return ask(
                olt,
                Operation.READ_STATE,
                (driver, during) -> driver.find(during.during(Operation.FIND), serial)
                        .map(onu -> driver.state(during.during(Operation.READ_STATE), onu, details)));
    }

    /** How every ONU of a PON port is, given one after the other; at no time all are in memory. */
    public void states(PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        ask(port.olt(), Operation.READ_STATE, (driver, during) -> {
            driver.states(during.during(Operation.READ_STATE), port, details, states);
            return port;
        });
    }

    /** How a PON port is. */
    public PortState port(PonPortId port) {
        return ask(
                port.olt(),
                Operation.READ_PORT,
                (driver, during) -> driver.port(during.during(Operation.READ_PORT), port));
    }

    /** Lets a PON port work, or not, and with it every subscriber on it. Read back. */
    public void setPortEnabled(PonPortId port, boolean enabled) {
        OltConnection olt = require(port.olt());
        olt.require(Operation.SET_PORT);
        olt.write(Operation.SET_PORT, during -> {
            olt.driver().setPortEnabled(during.during(Operation.SET_PORT), port, enabled);
            return saved(olt, during);
        });
    }

    /** Makes an OLT keep its configuration over a restart, now. */
    public void save(OltId olt) {
        OltConnection connection = require(olt);
        connection.require(Operation.SAVE_CONFIGURATION);
        connection.write(Operation.SAVE_CONFIGURATION, during -> {
            schedule(connection).save(during);
            return olt;
        });
    }

    /** Saves where changes wait to be saved and the time has come. To be called now and then, as the gateway has no timer. */
    public void saveDue() {
        for (OltConnection olt : olts.values()) {
            if (schedule(olt).isDue()) {
                try {
                    olt.write(Operation.SAVE_CONFIGURATION, during -> saveIfDue(olt, during));
                } catch (OltFault fault) {
                    LOG.warn("changes stay unsaved until the next attempt: {}", fault.getMessage());
                }
            }
        }
    }

    /** Ends the conversations and closes the socket. */
    @Override
    public void close() {
        transport.close();
    }

    // in common

    private DeviceOutcome withPlan(LineService service, PlannedOrder order) {
        Optional<OltConnection> olt = find(oltOf(service));
        if (olt.isEmpty()) {
            return unknownOlt(oltOf(service));
        }
        return olt.get()
                .settings()
                .plan(service.profile())
                .map(plan -> order.carryOut(olt.get(), plan))
                .orElseGet(() -> new DeviceOutcome.Refused(
                        "UNKNOWN_PROFILE",
                        "profile " + service.profile() + " is not set up for OLT " + oltOf(service)));
    }

    private DeviceOutcome order(OltConnection olt, Operation operation, Function<Conversation, Boolean> order) {
        try {
            olt.requireAll(Operation.FIND, Operation.READ_CONFIGURATION);
            return olt.write(operation, during -> {
                if (order.apply(during)) {
                    saved(olt, during);
                }
                return new DeviceOutcome.Applied();
            });
        } catch (LineOrder.Elsewhere elsewhere) {
            return new DeviceOutcome.Refused("SERIAL_ELSEWHERE", "registered as " + elsewhere.getMessage());
        } catch (OltFault fault) {
            LOG.debug("an order came to nothing", fault);
            return Outcomes.of(fault);
        }
    }

    private Observation observed(OltConnection olt, Function<Conversation, Observation> check) {
        try {
            olt.requireAll(Operation.FIND, Operation.READ_CONFIGURATION);
            return olt.read(Operation.READ_CONFIGURATION, check);
        } catch (OltFault fault) {
            return new Observation.Unreadable(fault.getMessage());
        }
    }

    private <T> T ask(OltId id, Operation operation, Request<T> question) {
        OltConnection olt = require(id);
        olt.require(operation);
        return olt.read(operation, during -> question.ask(olt.driver(), during));
    }

    private boolean saved(OltConnection olt, Conversation during) {
        schedule(olt).changed(during);
        return true;
    }

    private boolean saveIfDue(OltConnection olt, Conversation during) {
        schedule(olt).saveIfDue(during);
        return true;
    }

    private SaveSchedule schedule(OltConnection olt) {
        return Objects.requireNonNull(saves.get(olt.settings().olt()));
    }

    private OltConnection require(OltId olt) {
        return Optional.ofNullable(olts.get(olt))
                .orElseThrow(() ->
                        new IllegalArgumentException("OLT " + olt + " is not set up, known are " + olts.keySet()));
    }

    private Optional<OltConnection> find(OltId olt) {
        return Optional.ofNullable(olts.get(olt));
    }

    private static OltId oltOf(LineService service) {
        return service.line().registration().ponPort().olt();
    }

    private static DeviceOutcome unknownOlt(OltId olt) {
        return new DeviceOutcome.Refused("UNKNOWN_OLT", notSetUp(olt));
    }

    private static String notSetUp(OltId olt) {
        return "OLT " + olt + " is not set up";
    }

    @FunctionalInterface
    private interface PlannedOrder {
        DeviceOutcome carryOut(OltConnection olt, LinePlan plan);
    }

    @FunctionalInterface
    private interface Request<T> {
        T ask(OltDriver driver, Conversation during);
    }

    /** Fills in a gateway. Not safe for use by several threads. */
    public static final class Builder {
        private final Drivers drivers = new Drivers();
        private final Map<OltId, OltSettings> settings = new TreeMap<>();
        private Clock clock = Clock.systemUTC();
        private int failures = 5;
        private Duration rest = Duration.ofSeconds(30);

        private Builder() {}

        /**
         * An OLT.
         *
         * @throws IllegalArgumentException if it was given already
         */
        public Builder olt(OltSettings olt) {
            if (settings.putIfAbsent(olt.olt(), olt) != null) {
                throw new IllegalArgumentException("OLT " + olt.olt() + " is given twice");
            }
            return this;
        }

        /**
         * A kind of driver.
         *
         * @throws IllegalArgumentException if its id is no id
         * @throws IllegalStateException if another class has the same id, naming both
         */
        public Builder driver(OltDriverProvider provider) {
            drivers.add(provider);
            return this;
        }

        /**
         * Every kind of driver that {@link java.util.ServiceLoader} finds; those of this artifact are among them.
         *
         * @throws IllegalStateException if two classes have the same id, naming both
         */
        public Builder discoverDrivers(ClassLoader loader) {
            drivers.discover(loader);
            return this;
        }

        /** The clock for rests and saving; the system's unless told otherwise. */
        public Builder clock(Clock time) {
            this.clock = Objects.requireNonNull(time, "clock");
            return this;
        }

        /**
         * After how many operations in a row without an answer an OLT is left alone, and for how long; 5 and 30 seconds unless
         * told otherwise.
         *
         * @throws IllegalArgumentException if a value makes no sense
         */
        public Builder rest(int failuresInARow, Duration time) {
            if (failuresInARow < 1 || time.isNegative()) {
                throw new IllegalArgumentException(
                        "failuresInARow must be at least 1 and time not negative: " + failuresInARow + ", " + time);
            }
            this.failures = failuresInARow;
            this.rest = time;
            return this;
        }

        /**
         * The gateway. Talks to nobody yet.
         *
         * @throws IllegalStateException if an OLT's driver is unknown
         * @throws IllegalArgumentException if a driver does not take an OLT's options or a plan, naming OLT, profile, field, value
         *     and what is allowed
         */
        public OltGateway build() {
            Map<OltId, OltDriver> ready = new TreeMap<>();
            settings.forEach((id, olt) -> ready.put(id, OltConnection.driver(drivers, olt)));
            SnmpTransport transport = SnmpTransport.open();
            Map<OltId, OltConnection> olts = new TreeMap<>();
            ready.forEach((id, driver) -> {
                OltSettings olt = Objects.requireNonNull(settings.get(id));
                olts.put(
                        id,
                        new OltConnection(olt, driver, transport.peer(olt), new CircuitBreaker(clock, failures, rest)));
            });
            return new OltGateway(transport, drivers, olts, clock);
        }
    }
}
