package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.internal.connection.CircuitBreakerPolicy;
import io.silverdata.contract.adapters.olt.internal.connection.DriverRegistry;
import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.internal.line.OltLines;
import io.silverdata.contract.adapters.olt.internal.line.PortSwitch;
import io.silverdata.contract.adapters.olt.internal.snmp.SnmpTransport;
import io.silverdata.contract.adapters.olt.internal.snmp.UnreadableRows;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
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
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OLTs of an operator, over SNMP.
 *
 * <p>An order is idempotent by the ONU's serial number: what the OLT has already is not written. What is written is read back. If
 * a step fails, the steps before it are rolled back; where that fails too, or where a set has no answer and reading back does not
 * show that it was carried out, the outcome is {@code Unknown}, or {@code NoAnswer} if the OLT does not answer any more. On one OLT one order writes at a time; across processes the domain's device leases see
 * to that. An OLT that stopped answering is left alone for a while.
 *
 * <p>Operations block the calling thread, for at most {@link OltSettings.Timing#turn} and twice {@link
 * OltSettings.Timing#operation}; a group of orders so long for each. Leases may be shorter: they are renewed meanwhile. Those that the domain does not have throw {@link OltFault}. Safe for use by any number of
 * threads. Has one UDP socket with SNMP4J's own two threads, and another one for each OLT that has the snmpEngineID of another;
 * {@link #close} ends them.
 */
public final class OltGateway implements LineProvisioner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OltGateway.class);

    private final SnmpTransport transport;
    private final DriverRegistry drivers;
    private final Map<OltId, OltConnection> olts;
    private final OltLines lines;

    private OltGateway(SnmpTransport transport, DriverRegistry drivers, Map<OltId, OltConnection> olts) {
        this.transport = transport;
        this.drivers = drivers;
        this.olts = olts;
        this.lines = new OltLines(olts);
    }

    /** A gateway to be filled in. */
    public static Builder builder() {
        return new Builder();
    }

    // what the domain asks

    @Override
    public DeviceOutcome ensure(LineService service) {
        return lines.ensure(service);
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        return lines.remove(registration);
    }

    @Override
    public Observation observe(LineService service) {
        return lines.observe(service);
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        return lines.observeRemoved(registration);
    }

    /**
     * Carries out orders for one OLT in turn, after one look for all their ONUs. Where the OLT answers, one that fails leaves the others
     * alone; once it does not answer, the rest is not sent, so that a silent OLT costs one time-out.
     */
    @Override
    public List<DeviceOutcome> carryOut(OltId olt, List<LineOrder> orders) {
        return lines.carryOut(olt, orders);
    }

    @Override
    public List<Observation> readBack(OltId olt, List<LineOrder> orders) {
        return lines.readBack(olt, orders);
    }

    @Override
    public Reading<LineInventory> inventory(OltId id) {
        return lines.inventory(id);
    }

    /**
     * As the settings and the driver of the OLT say: a driver that cannot bind services, or can only as an experiment that is not allowed,
     * binds none beside a plan's.
     */
    @Override
    public Optional<String> bindingObjection(OltId olt, ProfileName profile, List<ProfileName> bindings) {
        return lines.bindingObjection(olt, profile, bindings);
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
        return lines.dryRun(service);
    }

    /** What the driver of an OLT can do. Sends no request. */
    public Capabilities capabilities(OltId olt) {
        return require(olt).driver().capabilities();
    }

    /** What every known driver thinks of an OLT, by its id. Only a proposal: the settings decide. */
    public Map<String, Detection> propose(OltId olt) {
        OltConnection connection = require(olt);
        return connection.readAnyMake(Operation.DETECT, sessions -> {
            Map<String, Detection> proposals = new TreeMap<>();
            drivers.all()
                    .forEach((id, provider) -> proposals.put(
                            id, detect(provider.create(connection.driverSettings(id)), connection, sessions)));
            return proposals;
        });
    }

    private static Detection detect(OltDriver driver, OltConnection olt, OltSessions sessions) {
        return driver.detect(sessions.of(Operation.DETECT), olt.system(sessions.of(Operation.DETECT)));
    }

    /** The PON ports of an OLT, in their order. */
    public List<PonPortId> ponPorts(OltId olt) {
        return read(
                olt,
                Operation.LIST_PON_PORTS,
                (driver, sessions) -> driver.ponPorts(sessions.of(Operation.LIST_PON_PORTS)));
    }

    /** ONUs that an OLT sees and that are not registered. */
    public List<DiscoveredOnu> unregistered(OltId olt) {
        return read(
                olt,
                Operation.LIST_UNREGISTERED,
                (driver, sessions) -> driver.unregistered(sessions.of(Operation.LIST_UNREGISTERED)));
    }

    /** How a registered ONU is; empty if it is not registered on the OLT. */
    public Optional<OnuState> state(OltId olt, OnuSerial serial, Set<OnuState.Detail> details) {
        return read(
                olt,
                Operation.READ_STATE,
                (driver, sessions) -> driver.find(sessions.of(Operation.FIND), serial)
                        .map(onu -> driver.state(sessions.of(Operation.READ_STATE), onu, details)));
    }

    /**
     * How every ONU of a PON port is, given one after the other; at no time all are in memory.
     *
     * @throws OltFault if the OLT cannot be read; {@code DEVICE_ERROR} naming the rows that it has and could not read, after the others
     *     were given
     */
    public void states(PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        OltConnection olt = require(port.olt());
        olt.require(Operation.READ_STATE);
        UnreadableRows unreadable = new UnreadableRows();
        olt.readWhatCan(Operation.READ_STATE, unreadable, session -> {
            olt.driver().states(session, port, details, states);
            return port;
        });
        if (!unreadable.isEmpty()) {
            throw new OltFault(
                    OltFault.Kind.DEVICE_ERROR,
                    port.olt(),
                    Operation.READ_STATE,
                    "PON port " + port,
                    unreadable.toString());
        }
    }

    /** How a PON port is. */
    public PortState port(PonPortId port) {
        return read(
                port.olt(),
                Operation.READ_PORT,
                (driver, sessions) -> driver.port(sessions.of(Operation.READ_PORT), port));
    }

    /** Lets a PON port work, or not, and with it every subscriber on it. Read back. */
    public void setPortEnabled(PonPortId port, boolean enabled) {
        OltConnection olt = require(port.olt());
        olt.require(Operation.SET_PORT);
        olt.write(Operation.SET_PORT, sessions -> {
            new PortSwitch(olt, sessions, port, enabled).carryOut();
            olt.saves().changed(sessions);
            return port;
        });
    }

    /** Makes an OLT keep its configuration over a restart, now. */
    public void save(OltId olt) {
        OltConnection connection = require(olt);
        connection.require(Operation.SAVE_CONFIGURATION);
        connection.write(Operation.SAVE_CONFIGURATION, sessions -> {
            connection.saves().save(sessions);
            return olt;
        });
    }

    /** Saves where changes wait to be saved and the time has come. To be called now and then, as the gateway has no timer. */
    public void saveDue() {
        for (OltConnection olt : olts.values()) {
            if (olt.saves().isDue()) {
                saveIfDue(olt);
            }
        }
    }

    private static void saveIfDue(OltConnection olt) {
        try {
            olt.write(Operation.SAVE_CONFIGURATION, sessions -> {
                olt.saves().saveIfDue(sessions);
                return olt;
            });
        } catch (OltFault fault) {
            LOG.warn("changes stay unsaved until the next attempt: {}", fault.getMessage());
        }
    }

    /** Ends the sessions and closes the socket. */
    @Override
    public void close() {
        transport.close();
    }

    private <T> T read(OltId id, Operation operation, Read<T> read) {
        OltConnection olt = require(id);
        olt.require(operation);
        return olt.read(operation, sessions -> read.by(olt.driver(), sessions));
    }

    private OltConnection require(OltId olt) {
        return Optional.ofNullable(olts.get(olt))
                .orElseThrow(() ->
                        new IllegalArgumentException("OLT " + olt + " is not set up, known are " + olts.keySet()));
    }

    @FunctionalInterface
    private interface Read<T> {
        T by(OltDriver driver, OltSessions sessions);
    }

    /** Fills in a gateway. Not safe for use by several threads. */
    public static final class Builder {
        private final DriverRegistry drivers = new DriverRegistry();
        private final Map<OltId, OltSettings> settings = new TreeMap<>();
        private Clock clock = Clock.systemUTC();
        private CircuitBreakerPolicy circuitBreaker = new CircuitBreakerPolicy(5, Duration.ofSeconds(30));

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

        /** The clock for circuit breakers and saving; the system's unless told otherwise. */
        public Builder clock(Clock time) {
            this.clock = Objects.requireNonNull(time, "clock");
            return this;
        }

        /**
         * When an OLT that does not answer is left alone. 5 failures and 30 seconds unless told otherwise.
         *
         * @param failures after how many operations in a row without an answer, at least 1
         * @param openFor how long it is left alone, not negative
         * @throws IllegalArgumentException naming both values if one is out of range
         */
        public Builder circuitBreaker(int failures, Duration openFor) {
            this.circuitBreaker = new CircuitBreakerPolicy(failures, openFor);
            return this;
        }

        /**
         * Builds the gateway. Sends no request.
         *
         * @throws IllegalStateException if an OLT's driver is unknown
         * @throws IllegalArgumentException if a driver does not take an OLT's options or a plan, naming OLT, profile, field, value
         *     and what is allowed
         */
        public OltGateway build() {
            Map<OltId, OltDriver> created = new TreeMap<>();
            settings.forEach((id, olt) -> created.put(id, drivers.create(olt)));
            SnmpTransport transport = SnmpTransport.open();
            Map<OltId, OltConnection> olts = new TreeMap<>();
            created.forEach((id, driver) -> {
                OltSettings olt = Objects.requireNonNull(settings.get(id));
                olts.put(id, new OltConnection(olt, driver, transport.client(olt), clock, circuitBreaker));
            });
            return new OltGateway(transport, drivers, olts);
        }
    }
}
