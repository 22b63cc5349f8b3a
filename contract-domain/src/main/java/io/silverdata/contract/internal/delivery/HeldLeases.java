package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkLease;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases that one call holds, of contracts and of devices. They are short, and renewed while the call lasts: if its process dies, other
 * workers go on once the short leases have ended. Thread-safe.
 */
final class HeldLeases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeldLeases.class);

    /** A lease survives two renewals that fail. */
    private static final int RENEWALS = 3;

    private static final int CHUNK = 1_000;

    private final Storage storage;
    private final Transactions transactions;
    private final WorkerSettings settings;
    private final Supplier<Instant> now;
    private final Map<ContractId, Held<WorkLease>> contracts = new ConcurrentHashMap<>();
    private final Map<String, Held<DeviceLease>> devices = new ConcurrentHashMap<>();
    private volatile Runnable besides = () -> {};
    private Optional<Renewal> renewal = Optional.empty();

    /** A lease and when it ends; a lost one has ended. */
    private record Held<T>(T lease, Instant until) {}

    HeldLeases(Storage storage, Transactions transactions, WorkerSettings settings, Supplier<Instant> now) {
        this.storage = storage;
        this.transactions = transactions;
        this.settings = settings;
        this.now = now;
    }

    /**
     * The renewing of leases.
     *
     * @param own the thread of the call's own, if the host gave none
     */
    private record Renewal(Future<?> task, Optional<ScheduledExecutorService> own) {
        void stop() {
            task.cancel(false);
            own.ifPresent(ScheduledExecutorService::shutdown);
        }
    }

    /** Takes rows of work that are due. */
    List<WorkLease> take(int max) {
        List<WorkLease> leases = transactions.call(() -> {
            Instant start = now.get();
            return storage.work().lease(max, settings.name(), start, start.plus(settings.lease()));
        });
        leases.forEach(lease -> contracts.put(lease.contract(), new Held<>(lease, lease.until())));
        if (!leases.isEmpty()) {
            beginToRenew();
        }
        return leases;
    }

    /** Takes a device; empty if another worker has it, or if this took so long that the lease has ended. */
    Optional<DeviceLease> take(String device) {
        Optional<DeviceLease> lease = transactions.call(() -> {
            Instant start = now.get();
            return storage.deviceLeases().acquire(device, settings.name(), start, start.plus(settings.lease()));
        });
        lease.ifPresent(taken -> {
            devices.put(device, new Held<>(taken, taken.until()));
            beginToRenew();
        });
        Optional<DeviceLease> held = lease.filter(this::isHeld);
        if (held.isEmpty()) {
            lease.ifPresent(this::giveBack);
        }
        return held;
    }

    /** Does something else at each renewal, on the renewing thread. */
    void atEachRenewal(Runnable work) {
        besides = work;
    }

    /** Whether a contract may be delivered: no other worker can have leased it. */
    boolean isHeld(WorkLease lease) {
        return isRunning(contracts.get(lease.contract()));
    }

    /** Whether a device may be written to: no other worker can have it. */
    boolean isHeld(DeviceLease lease) {
        return isRunning(devices.get(lease.device()));
    }

    /** The lease was settled. */
    void drop(WorkLease lease) {
        contracts.remove(lease.contract());
    }

    /** Gives a device back. */
    void giveBack(DeviceLease lease) {
        devices.remove(lease.device());
        transactions.run(() -> storage.deviceLeases().release(lease));
    }

    /** Renews no lease any more. */
    @Override
    public synchronized void close() {
        renewal.ifPresent(Renewal::stop);
    }

    /** A call that finds nothing to do starts no thread. */
    private synchronized void beginToRenew() {
        if (renewal.isPresent()) {
            return;
        }
        Optional<ScheduledExecutorService> own = settings.scheduler().isPresent()
                ? Optional.empty()
                : Optional.of(Executors.newSingleThreadScheduledExecutor(HeldLeases::daemon));
        long period = settings.lease().toMillis() / RENEWALS;
        Future<?> task = settings.scheduler()
                .or(() -> own)
                .orElseThrow()
                .scheduleAtFixedRate(this::renew, period, period, TimeUnit.MILLISECONDS);
        renewal = Optional.of(new Renewal(task, own));
    }

    private boolean isRunning(@Nullable Held<?> held) {
        return held != null && now.get().isBefore(held.until());
    }

    /** What fails is tried again at the next turn; the leases last until then. */
    private void renew() {
        try {
            besides.run();
            List<WorkLease> held = contracts.values().stream()
                    .map(Held::lease)
                    .sorted(HeldLeases::inOrder)
                    .toList();
            for (int from = 0; from < held.size(); from += CHUNK) {
                renewContracts(held.subList(from, Math.min(from + CHUNK, held.size())));
            }
            devices.values().forEach(device -> renewDevice(device.lease()));
        } catch (RuntimeException failure) {
            LOG.debug("leases could not be renewed", failure);
        }
    }

    private void renewContracts(List<WorkLease> leases) {
        Instant until = now.get().plus(settings.lease());
        Set<ContractId> lost = transactions.call(() -> storage.work().renew(leases, until));
        for (WorkLease lease : leases) {
            contracts.computeIfPresent(
                    lease.contract(),
                    (id, held) -> held.lease().token() == lease.token()
                            ? new Held<>(lease, lost.contains(id) ? Instant.MIN : until)
                            : held);
        }
    }

    private void renewDevice(DeviceLease lease) {
        Instant start = now.get();
        Optional<DeviceLease> longer =
                transactions.call(() -> storage.deviceLeases().renew(lease, start, start.plus(settings.lease())));
        devices.computeIfPresent(
                lease.device(),
                (device, held) -> held.lease().token() == lease.token()
                        ? new Held<>(lease, longer.map(DeviceLease::until).orElse(Instant.MIN))
                        : held);
    }

    private static int inOrder(WorkLease one, WorkLease other) {
        return one.contract().compareTo(other.contract());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "contract-leases");
        thread.setDaemon(true);
        return thread;
    }
}
