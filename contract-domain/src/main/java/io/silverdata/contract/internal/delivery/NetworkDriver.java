package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives orders to the two sides of the network, and finds out whether they were carried out. The one place where devices are written to, and
 * so the one that asks whether they may be. Thread-safe.
 */
public final class NetworkDriver {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkDriver.class);
    private static final DeviceOutcome OBSERVED =
            new DeviceOutcome.NotSent("only observed: another system is in charge");

    private final Storage storage;
    private final Transactions transactions;
    private final AccessProvisioner access;
    private final LineProvisioner lines;
    private final WorkerSettings settings;
    private final Supplier<Instant> now;
    private final WriteGate gate;

    /** An order, and whose it is; what no contract asks for is nobody's. */
    record Order(Optional<ContractId> contract, Step step) {}

    /** A driver; all parts are shared with the facade. */
    public NetworkDriver(
            Storage storage,
            Transactions transactions,
            AccessProvisioner access,
            LineProvisioner lines,
            WorkerSettings settings,
            Supplier<Instant> now,
            WriteGate gate) {
        this.storage = storage;
        this.transactions = transactions;
        this.access = access;
        this.lines = lines;
        this.settings = settings;
        this.now = now;
        this.gate = gate;
    }

    /** What may be written to. */
    public WriteGate gate() {
        return gate;
    }

    /** Removes ONUs of one OLT that no contract asks for: one outcome for each, in their order. */
    public List<DeviceOutcome> removeOnus(OltId olt, List<OnuRegistration> registrations) {
        try (HeldLeases leases = hold()) {
            Optional<DeviceLease> lease = leases.take(olt.value());
            Coexistence current = gate.current();
            if (lease.filter(leases::isHeld).isEmpty()) {
                lease.ifPresent(leases::giveBack);
                return registrations.stream()
                        .<DeviceOutcome>map(
                                order -> new DeviceOutcome.NotSent("another worker is writing to OLT " + olt))
                        .toList();
            }
            try {
                return removed(
                        current,
                        Peer.of(olt),
                        registrations.stream()
                                .<Step>map(registration -> new Step.Line(new LineOrder.Remove(registration)))
                                .toList());
            } finally {
                leases.giveBack(lease.get());
            }
        }
    }

    /** Removes logins that no contract asks for: one outcome for each, in their order. */
    public List<DeviceOutcome> removeLogins(List<RadiusUser> users) {
        return removed(
                gate.current(),
                Peer.RADIUS,
                users.stream()
                        .<Step>map(user -> new Step.Access(new AccessOrder.Remove(user)))
                        .toList());
    }

    private List<DeviceOutcome> removed(Coexistence current, Peer peer, List<Step> steps) {
        return carryOut(
                        current,
                        peer,
                        steps.stream()
                                .map(step -> new Order(Optional.empty(), step))
                                .toList())
                .stream()
                .map(outcome -> outcome.orElse(OBSERVED))
                .toList();
    }

    /** Begins to hold leases, for one call. */
    HeldLeases hold() {
        return new HeldLeases(storage, transactions, settings, now);
    }

    /**
     * Carries out the orders to a peer that may be told; of an OLT the caller has the lease.
     *
     * @param current the coexistence, read before the caller looked whether it has its leases: to read it may take as long as a lease
     * @return one outcome for each, in their order; empty where it was not to be told
     */
    List<Optional<DeviceOutcome>> carryOut(Coexistence current, Peer peer, List<Order> orders) {
        List<Order> open = orders.stream()
                .filter(order -> current.writes(peer.scope(), order.contract()))
                .toList();
        List<Step> steps = open.stream().map(Order::step).toList();
        Iterator<DeviceOutcome> told = steps.isEmpty()
                ? Collections.emptyIterator()
                : peer.olt()
                        .map(olt -> lines(olt, steps))
                        .orElseGet(() -> access(steps))
                        .iterator();
        return orders.stream()
                .map(order -> current.writes(peer.scope(), order.contract())
                        ? Optional.of(told.next())
                        : Optional.<DeviceOutcome>empty())
                .toList();
    }

    private List<DeviceOutcome> access(List<Step> steps) {
        List<AccessOrder> orders = steps.stream()
                .map(Step.Access.class::cast)
                .map(Step.Access::order)
                .toList();
        return readBack(orders, guarded(orders, access::carryOut), access::readBack);
    }

    private List<DeviceOutcome> lines(OltId olt, List<Step> steps) {
        List<LineOrder> orders =
                steps.stream().map(Step.Line.class::cast).map(Step.Line::order).toList();
        return readBack(orders, guarded(orders, some -> lines.carryOut(olt, some)), some -> lines.readBack(olt, some));
    }

    /** Orders that cannot be carried out together are given one by one, so that one that makes the adapter throw harms itself alone. */
    private static <T> List<DeviceOutcome> guarded(List<T> orders, Function<List<T>, List<DeviceOutcome>> carryOut) {
        try {
            List<DeviceOutcome> outcomes = carryOut.apply(orders);
            if (outcomes.size() == orders.size()) {
                return outcomes;
            }
            LOG.warn("a network adapter gave {} outcomes for {} orders", outcomes.size(), orders.size());
            return unknown(
                    orders, "the adapter gave " + outcomes.size() + " outcomes for " + orders.size() + " orders");
        } catch (RuntimeException defect) {
            LOG.warn("a network adapter threw", defect);
            if (orders.size() == 1) {
                return unknown(orders, "the adapter threw " + defect);
            }
        }
        return orders.stream()
                .flatMap(order -> guarded(List.of(order), carryOut).stream())
                .toList();
    }

    private static <T> List<DeviceOutcome> unknown(List<T> orders, String why) {
        return orders.stream()
                .<DeviceOutcome>map(order -> new DeviceOutcome.Unknown(why))
                .toList();
    }

    /** What is not known is read back, never guessed. */
    private static <T> List<DeviceOutcome> readBack(
            List<T> orders, List<DeviceOutcome> outcomes, Function<List<T>, List<Observation>> observe) {
        int[] open = IntStream.range(0, orders.size())
                .filter(at -> isOpen(outcomes.get(at)))
                .toArray();
        if (open.length == 0) {
            return outcomes;
        }
        List<DeviceOutcome> known = new ArrayList<>(outcomes);
        try {
            List<Observation> seen =
                    observe.apply(IntStream.of(open).mapToObj(orders::get).toList());
            for (int at = 0; at < open.length; at++) {
                known.set(open[at], known(outcomes.get(open[at]), seen.get(at)));
            }
        } catch (RuntimeException defect) {
            LOG.warn("reading back failed", defect);
        }
        return known;
    }

    private static boolean isOpen(DeviceOutcome outcome) {
        return outcome instanceof DeviceOutcome.Unknown || outcome instanceof DeviceOutcome.NoAnswer;
    }

    private static DeviceOutcome known(DeviceOutcome outcome, Observation seen) {
        if (seen instanceof Observation.InSync) {
            return new DeviceOutcome.Applied();
        }
        return seen instanceof Observation.Unreadable unreadable && outcome instanceof DeviceOutcome.Unknown unknown
                ? new DeviceOutcome.NoAnswer(unknown.detail() + "; " + unreadable.detail())
                : outcome;
    }
}
