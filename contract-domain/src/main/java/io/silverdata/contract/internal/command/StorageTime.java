package io.silverdata.contract.internal.command;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.ForwardingStorage;
import io.silverdata.contract.spi.HeldDevice;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkHolder;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.spi.WorkState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A storage whose work queue and device leases go by its own clock. Those who share it compare their leases, so a worker whose
 * clock is six minutes ahead must not see the five-minute lease of another as over. Times are translated on the way in and out.
 */
public final class StorageTime implements ForwardingStorage {
    private final Storage storage;
    private final CheckedClock clock;
    private final WorkQueue work = new Work();
    private final DeviceLeases devices = new Devices();

    /** The storage, and the clock of this process as it is compared with the storage's. */
    public StorageTime(Storage storage, CheckedClock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    private Instant there(Instant here) {
        return here.minus(clock.ahead());
    }

    private Instant here(Instant there) {
        return there.plus(clock.ahead());
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public WorkQueue work() {
        return work;
    }

    @Override
    public DeviceLeases deviceLeases() {
        return devices;
    }

    private final class Work implements WorkQueue {
        @Override
        public void enqueue(ContractId contract, Set<NetworkTarget> targets, Instant dueAt) {
            storage.work().enqueue(contract, targets, there(dueAt));
        }

        @Override
        public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
            return storage.work().lease(max, worker, there(now), there(until)).stream()
                    .map(lease -> translated(lease, StorageTime.this::here))
                    .toList();
        }

        @Override
        public Optional<WorkLease> lease(ContractId contract, String worker, Instant now, Instant until) {
            return storage.work()
                    .lease(contract, worker, there(now), there(until))
                    .map(lease -> translated(lease, StorageTime.this::here));
        }

        @Override
        public Set<ContractId> renew(List<WorkLease> leases, Instant until) {
            return storage.work()
                    .renew(
                            leases.stream()
                                    .map(lease -> translated(lease, StorageTime.this::there))
                                    .toList(),
                            there(until));
        }

        @Override
        public SettledWork settle(List<WorkSettlement> settlements) {
            return storage.work()
                    .settle(settlements.stream()
                            .map(settlement -> new WorkSettlement(
                                    translated(settlement.lease(), StorageTime.this::there),
                                    translated(settlement.access(), StorageTime.this::there),
                                    translated(settlement.line(), StorageTime.this::there)))
                            .toList());
        }

        @Override
        public long wake(long revision, Instant dueAt) {
            return storage.work().wake(revision, there(dueAt));
        }

        @Override
        public List<ParkedWork> parked(int max) {
            return storage.work().parked(max);
        }

        @Override
        public Optional<QueuedWork> find(ContractId contract) {
            return storage.work().find(contract).map(this::translated);
        }

        @Override
        public List<QueuedWork> page(Set<WorkState> states, Instant now, Optional<ContractId> after, int max) {
            return storage.work().page(states, there(now), after, max).stream()
                    .map(this::translated)
                    .toList();
        }

        @Override
        public QueueDepth depth(Instant now) {
            QueueDepth depth = storage.work().depth(there(now));
            return new QueueDepth(
                    depth.due(),
                    depth.waiting(),
                    depth.leased(),
                    depth.parked(),
                    depth.ended(),
                    depth.oldestDue().map(StorageTime.this::here),
                    depth.held());
        }

        private QueuedWork translated(QueuedWork row) {
            return new QueuedWork(
                    row.contract(),
                    translated(row.access(), StorageTime.this::here),
                    translated(row.line(), StorageTime.this::here),
                    row.holder().map(holder -> new WorkHolder(holder.worker(), here(holder.until()))));
        }

        private static WorkLease translated(WorkLease lease, UnaryOperator<Instant> time) {
            return new WorkLease(
                    lease.contract(),
                    lease.token(),
                    time.apply(lease.until()),
                    translated(lease.access(), time),
                    translated(lease.line(), time));
        }

        private static TargetWork translated(TargetWork work, UnaryOperator<Instant> time) {
            return new TargetWork(work.dueAt().map(time), work.attempts(), work.problem(), work.heldAt());
        }
    }

    private final class Devices implements DeviceLeases {
        @Override
        public Optional<DeviceLease> acquire(String device, String worker, Instant now, Instant until) {
            return storage.deviceLeases()
                    .acquire(device, worker, there(now), there(until))
                    .map(this::translated);
        }

        @Override
        public Optional<DeviceLease> renew(DeviceLease lease, Instant now, Instant until) {
            return storage.deviceLeases()
                    .renew(
                            new DeviceLease(lease.device(), lease.token(), there(lease.until())),
                            there(now),
                            there(until))
                    .map(this::translated);
        }

        @Override
        public void release(DeviceLease lease) {
            storage.deviceLeases().release(lease);
        }

        @Override
        public List<HeldDevice> held(Instant now) {
            return storage.deviceLeases().held(there(now)).stream()
                    .map(held -> new HeldDevice(held.device(), held.worker(), here(held.since()), here(held.until())))
                    .toList();
        }

        private DeviceLease translated(DeviceLease lease) {
            return new DeviceLease(lease.device(), lease.token(), here(lease.until()));
        }
    }
}
