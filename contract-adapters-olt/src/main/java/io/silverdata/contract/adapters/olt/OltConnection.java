package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.internal.Deadline;
import io.silverdata.contract.adapters.olt.internal.SnmpPeer;
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
 * One OLT with its driver: who may talk to it, and when. One writer at a time, a few readers beside it, nobody while it rests
 * from not answering. Safe for use by several threads.
 */
final class OltConnection {
    private static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");
    private static final Oid SYS_OBJECT_ID = Oid.parse("1.3.6.1.2.1.1.2.0");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");

    private final OltSettings settings;
    private final OltDriver driver;
    private final SnmpPeer peer;
    private final CircuitBreaker breaker;
    private final Lock writer = new ReentrantLock(true);
    private final Semaphore readers;
    private volatile boolean known;

    OltConnection(OltSettings settings, OltDriver driver, SnmpPeer peer, CircuitBreaker breaker) {
        this.settings = settings;
        this.driver = driver;
        this.peer = peer;
        this.breaker = breaker;
        this.readers = new Semaphore(settings.readers(), true);
    }

    /** The driver that an OLT's settings choose, once it has seen that it can carry out their plans. */
    static OltDriver driver(Drivers drivers, OltSettings settings) {
        OltDriver driver = drivers.require(settings).create(new DriverSettings(settings.olt(), settings.options()));
        settings.plans().forEach(plan -> check(driver, settings, plan));
        return driver;
    }

    private static void check(OltDriver driver, OltSettings settings, LinePlan plan) {
        String where = "OLT " + settings.olt() + ", profile " + plan.profile() + ": ";
        Capability binding = driver.capabilities().of(Operation.BIND_SERVICE);
        if (!plan.services().isEmpty() && binding.level() == Capability.Level.UNSUPPORTED) {
            throw new IllegalArgumentException(
                    where + "services must be empty for driver " + settings.driver() + ": " + binding.evidence());
        }
        try {
            driver.check(plan.profiles(), plan.services());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
    }

    /** What a driver of some kind is told about this OLT: its options only if they are meant for that kind. */
    DriverSettings driverSettings(String id) {
        return new DriverSettings(settings.olt(), id.equals(settings.driver()) ? settings.options() : Map.of());
    }

    OltSettings settings() {
        return settings;
    }

    OltDriver driver() {
        return driver;
    }

    DeviceState deviceState() {
        String name = settings.olt().value();
        return breaker.closedUntil()
                .map(until -> new DeviceState(
                        name, DeviceState.Condition.RESTING, "did not answer, left alone until " + until))
                .orElseGet(() -> new DeviceState(
                        name, known ? DeviceState.Condition.ANSWERING : DeviceState.Condition.UNKNOWN, ""));
    }

    /** Says no to what the driver cannot, or only might and nobody allowed it. */
    void require(Operation operation) {
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

    void requireAll(Operation... operations) {
        for (Operation operation : operations) {
            require(operation);
        }
    }

    <T> T read(Operation operation, Function<Conversation, T> order) {
        return inTurn(operation, readers::tryAcquire, readers::release, during -> {
            refuseOtherMakes(during);
            return order.apply(during);
        });
    }

    /** The same of an OLT that may be of any make. */
    <T> T readUnchecked(Operation operation, Function<Conversation, T> order) {
        return inTurn(operation, readers::tryAcquire, readers::release, order);
    }

    <T> T write(Operation operation, Function<Conversation, T> order) {
        return inTurn(operation, writer::tryLock, writer::unlock, during -> {
            refuseOtherMakes(during);
            return order.apply(during);
        });
    }

    /** A conversation with time of its own, for putting things right after the time for the order was up. */
    Conversation anotherConversation() {
        return conversation(driver.walkStyle());
    }

    /** What the OLT says about itself. */
    SystemInfo system(OltSession session) {
        Map<Oid, SnmpValue> system = session.get(List.of(SYS_DESCR, SYS_OBJECT_ID, SYS_NAME));
        Oid objectId = system.get(SYS_OBJECT_ID) instanceof SnmpValue.Name name ? name.oid() : Oid.EMPTY;
        return new SystemInfo(objectId, text(system, SYS_DESCR), text(system, SYS_NAME));
    }

    private <T> T inTurn(Operation operation, Turn turn, Runnable end, Function<Conversation, T> order) {
        Optional<Instant> resting = breaker.closedUntil();
        if (resting.isPresent()) {
            throw fault(
                    OltFault.Kind.UNREACHABLE, operation, "it did not answer and is left alone until " + resting.get());
        }
        if (!await(turn)) {
            throw fault(
                    OltFault.Kind.BUSY,
                    operation,
                    "others are talking to it, for longer than "
                            + settings.timing().turn());
        }
        try {
            return listen(order);
        } finally {
            end.run();
        }
    }

    private <T> T listen(Function<Conversation, T> order) {
        try {
            Conversation conversation = anotherConversation();
            T result = order.apply(conversation);
            breaker.answered();
            return result;
        } catch (OltFault fault) {
            if (fault.kind() == OltFault.Kind.UNREACHABLE || fault.kind() == OltFault.Kind.OUTCOME_UNKNOWN) {
                breaker.silent();
                // who comes back need not be who went
                known = false;
            } else {
                breaker.answered();
            }
            throw fault;
        }
    }

    private void refuseOtherMakes(Conversation conversation) {
        if (known) {
            return;
        }
        OltSession session = conversation.during(Operation.DETECT);
        SystemInfo system = system(session);
        Detection detection = driver.detect(session, system);
        if (detection.fit() == Detection.Fit.NO) {
            throw session.fault(
                    OltFault.Kind.WRONG_DEVICE,
                    "sysObjectID " + system.objectId(),
                    "driver " + settings.driver() + " is not for it: " + detection.reason());
        }
        known = true;
    }

    private Conversation conversation(WalkStyle style) {
        Deadline deadline = Deadline.in(settings.timing().operation());
        return operation -> peer.session(operation, style, deadline);
    }

    private boolean await(Turn turn) {
        try {
            Duration patience = settings.timing().turn();
            return turn.await(patience.toMillis(), TimeUnit.MILLISECONDS);
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

    /** Waits until somebody may talk. */
    @FunctionalInterface
    private interface Turn {
        boolean await(long time, TimeUnit unit) throws InterruptedException;
    }
}
