package io.silverdata.contract.adapters.olt.internal.connection;

import io.silverdata.contract.adapters.olt.internal.snmp.Deadline;
import io.silverdata.contract.adapters.olt.internal.snmp.SnmpClient;
import io.silverdata.contract.adapters.olt.internal.snmp.UnreadableRows;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.spi.WalkStyle;
import io.silverdata.contract.spi.DeviceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One OLT with its driver, and access to it: one writer at a time, a few readers beside it, nobody while its circuit breaker is
 * open. Before the driver first talks to the OLT, and again after each silence, it must take the OLT for one of its make. Safe for
 * use by several threads.
 */
public final class OltConnection {
    private static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");
    private static final Oid SYS_OBJECT_ID = Oid.parse("1.3.6.1.2.1.1.2.0");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");

    private final OltSettings settings;
    private final OltDriver driver;
    private final SnmpClient client;
    private final CircuitBreaker breaker;
    private final SaveSchedule saves;
    private final Lock writer = new ReentrantLock(true);
    private final Semaphore readers;
    private volatile boolean detected;

    /** A connection that has talked to nobody yet. */
    public OltConnection(
            OltSettings settings, OltDriver driver, SnmpClient client, Clock clock, CircuitBreakerPolicy policy) {
        this.settings = settings;
        this.driver = driver;
        this.client = client;
        this.breaker = new CircuitBreaker(clock, policy);
        this.saves = new SaveSchedule(settings, driver, clock);
        this.readers = new Semaphore(settings.readers(), true);
    }

    /** Settings for a driver of some kind: with this OLT's options only if they are meant for that kind. */
    public DriverSettings driverSettings(String id) {
        return new DriverSettings(settings.olt(), id.equals(settings.driver()) ? settings.options() : Map.of());
    }

    /** How the OLT is reached and driven. */
    public OltSettings settings() {
        return settings;
    }

    /** Its driver. */
    public OltDriver driver() {
        return driver;
    }

    /** When its configuration is saved. */
    public SaveSchedule saves() {
        return saves;
    }

    /** Whether it answers, as far as that is known without asking it. */
    public DeviceState deviceState() {
        String name = settings.olt().value();
        return breaker.openUntil()
                .map(until -> new DeviceState(
                        name, DeviceState.Condition.RESTING, "did not answer, left alone until " + until))
                .orElseGet(() -> new DeviceState(
                        name, detected ? DeviceState.Condition.ANSWERING : DeviceState.Condition.UNKNOWN, ""));
    }

    /**
     * Refuses operations that the driver does not support, or that are experimental and not allowed for this OLT.
     *
     * @throws OltFault {@code UNSUPPORTED}, with the driver's evidence
     */
    public void require(Operation... operations) {
        for (Operation operation : operations) {
            require(operation);
        }
    }

    private void require(Operation operation) {
        Capability capability = driver.capabilities().of(operation);
        switch (capability.level()) {
            case SUPPORTED -> {}
            case EXPERIMENTAL -> {
                if (!settings.experimental().contains(operation)) {
                    throw unsupported(operation, "experimental and not allowed for this OLT: " + capability.evidence());
                }
            }
            case UNSUPPORTED -> throw unsupported(operation, capability.evidence());
        }
    }

    /** Reads, once a reader's turn has come. */
    public <T> T read(Operation operation, Function<OltSessions, T> order) {
        return inTurn(operation, readers::tryAcquire, readers::release, sessions -> {
            refuseOtherMakes(sessions);
            return order.apply(sessions);
        });
    }

    /** As {@link #read}, from an OLT of whatever make. */
    public <T> T readAnyMake(Operation operation, Function<OltSessions, T> order) {
        return inTurn(operation, readers::tryAcquire, readers::release, order);
    }

    /** Writes, once the writer's turn has come. */
    public <T> T write(Operation operation, Function<OltSessions, T> order) {
        return inTurn(operation, writer::tryLock, writer::unlock, sessions -> {
            refuseOtherMakes(sessions);
            return order.apply(sessions);
        });
    }

    /**
     * Reads, once a reader's turn has come, and goes on without rows that the OLT cannot read.
     *
     * @param unreadable where those rows are told
     */
    public <T> T readWhatCan(Operation operation, UnreadableRows unreadable, Function<OltSession, T> order) {
        return read(operation, sessions -> {
            Deadline deadline = Deadline.in(settings.timing().operation());
            return order.apply(client.session(operation, walkStyle(), deadline, unreadable));
        });
    }

    /** Sessions with a deadline of their own, for a rollback after the time for the order is up. */
    public OltSessions newSessions() {
        Deadline deadline = Deadline.in(settings.timing().operation());
        return operation -> client.session(operation, walkStyle(), deadline);
    }

    private WalkStyle walkStyle() {
        return settings.walkStyle().orElseGet(driver::walkStyle);
    }

    /** What the OLT says about itself. */
    public SystemInfo system(OltSession session) {
        Map<Oid, SnmpValue> system = session.get(List.of(SYS_DESCR, SYS_OBJECT_ID, SYS_NAME));
        Oid objectId = system.get(SYS_OBJECT_ID) instanceof SnmpValue.Name name ? name.oid() : Oid.EMPTY;
        return new SystemInfo(objectId, text(system, SYS_DESCR), text(system, SYS_NAME));
    }

    private <T> T inTurn(Operation operation, Turn turn, Runnable end, Function<OltSessions, T> order) {
        Optional<Instant> open = breaker.refuseUntil();
        if (open.isPresent()) {
            throw fault(
                    OltFault.Kind.UNREACHABLE, operation, "it did not answer and is left alone until " + open.get());
        }
        if (!await(turn)) {
            throw fault(
                    OltFault.Kind.BUSY,
                    operation,
                    "others are talking to it, for longer than "
                            + settings.timing().turn());
        }
        try {
            return countFailures(order);
        } finally {
            end.run();
        }
    }

    private <T> T countFailures(Function<OltSessions, T> order) {
        long answers = client.answers();
        try {
            T result = order.apply(newSessions());
            breaker.answered();
            return result;
        } catch (OltFault fault) {
            if (isSilence(fault) && client.answers() == answers) {
                breaker.unanswered();
                // another device may answer there when one answers again
                detected = false;
            } else {
                breaker.answered();
            }
            throw fault;
        }
    }

    private static boolean isSilence(OltFault fault) {
        return fault.kind() == OltFault.Kind.UNREACHABLE || fault.kind() == OltFault.Kind.OUTCOME_UNKNOWN;
    }

    private void refuseOtherMakes(OltSessions sessions) {
        if (detected) {
            return;
        }
        OltSession session = sessions.of(Operation.DETECT);
        SystemInfo system = system(session);
        Detection detection = driver.detect(session, system);
        if (detection.fit() == Detection.Fit.NO) {
            throw session.fault(
                    OltFault.Kind.WRONG_DEVICE,
                    "sysObjectID " + system.objectId(),
                    "driver " + settings.driver() + " is not for it: " + detection.reason());
        }
        detected = true;
    }

    private boolean await(Turn turn) {
        try {
            Duration timeout = settings.timing().turn();
            return turn.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private OltFault unsupported(Operation operation, String why) {
        return fault(OltFault.Kind.UNSUPPORTED, operation, why);
    }

    private OltFault fault(OltFault.Kind kind, Operation operation, String detail) {
        return new OltFault(kind, settings.olt(), operation, "driver " + settings.driver(), detail);
    }

    private static String text(Map<Oid, SnmpValue> objects, Oid object) {
        return objects.get(object) instanceof SnmpValue.Octets octets ? octets.text() : "";
    }

    /** Waits until it is the caller's turn. */
    @FunctionalInterface
    private interface Turn {
        boolean await(long time, TimeUnit unit) throws InterruptedException;
    }
}
