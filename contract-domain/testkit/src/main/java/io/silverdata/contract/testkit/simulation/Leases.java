package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.HeldDevice;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.spi.WorkState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which process has which device, and which contract. */
final class Leases {
    private final Map<Object, Held> held = new HashMap<>();
    private final List<Runnable> uncommitted = new ArrayList<>();

    private record Held(SimulatedProcess process, long token, Instant until) {}

    /** What was leased since the last commit is so. */
    void commit() {
        uncommitted.forEach(Runnable::run);
        uncommitted.clear();
    }

    /** What was leased since the last commit was not. */
    void rollBack() {
        uncommitted.clear();
    }

    boolean hasDevice(SimulatedProcess process, String device, Instant now) {
        return has(process, device, now);
    }

    boolean hasContract(SimulatedProcess process, ContractId contract, Instant now) {
        return has(process, contract, now);
    }

    private boolean has(SimulatedProcess process, Object what, Instant now) {
        Held latest = held.get(what);
        return latest != null && latest.process() == process && latest.until().isAfter(now);
    }

    private void note(Object what, SimulatedProcess process, long token, Instant until) {
        uncommitted.add(() -> held.put(what, new Held(process, token, until)));
    }

    private void forget(Object what, long token) {
        uncommitted.add(() -> held.computeIfPresent(what, (key, latest) -> latest.token() == token ? null : latest));
    }

    /** Device leases that are noted as those of a process. */
    DeviceLeases watched(DeviceLeases leases, SimulatedProcess process) {
        return new DeviceLeases() {
            @Override
            public Optional<DeviceLease> acquire(String device, String worker, Instant now, Instant until) {
                return noted(leases.acquire(device, worker, now, until));
            }

            @Override
            public Optional<DeviceLease> renew(DeviceLease lease, Instant now, Instant until) {
                return noted(leases.renew(lease, now, until));
            }

            @Override
            public void release(DeviceLease lease) {
                leases.release(lease);
                forget(lease.device(), lease.token());
            }

            @Override
            public List<HeldDevice> held(Instant now) {
                return leases.held(now);
            }

            private Optional<DeviceLease> noted(Optional<DeviceLease> lease) {
                lease.ifPresent(taken -> note(taken.device(), process, taken.token(), taken.until()));
                return lease;
            }
        };
    }

    /** A queue of which the leases are noted as those of a process. */
    WorkQueue watched(WorkQueue queue, SimulatedProcess process) {
        return new WorkQueue() {
            @Override
            public void enqueue(ContractId contract, Set<NetworkTarget> targets, Instant dueAt) {
                queue.enqueue(contract, targets, dueAt);
            }

            @Override
            public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
                List<WorkLease> leases = queue.lease(max, worker, now, until);
                leases.forEach(lease -> note(lease.contract(), process, lease.token(), lease.until()));
                return leases;
            }

            @Override
            public Optional<WorkLease> lease(ContractId contract, String worker, Instant now, Instant until) {
                Optional<WorkLease> lease = queue.lease(contract, worker, now, until);
                lease.ifPresent(taken -> note(taken.contract(), process, taken.token(), taken.until()));
                return lease;
            }

            @Override
            public Set<ContractId> renew(List<WorkLease> leases, Instant until) {
                Set<ContractId> lost = queue.renew(leases, until);
                leases.stream()
                        .filter(lease -> !lost.contains(lease.contract()))
                        .forEach(lease -> note(lease.contract(), process, lease.token(), until));
                return lost;
            }

            @Override
            public SettledWork settle(List<WorkSettlement> settlements) {
                SettledWork settled = queue.settle(settlements);
                settlements.forEach(settlement ->
                        forget(settlement.lease().contract(), settlement.lease().token()));
                return settled;
            }

            @Override
            public long wake(long revision, Instant dueAt) {
                return queue.wake(revision, dueAt);
            }

            @Override
            public List<ParkedWork> parked(int max) {
                return queue.parked(max);
            }

            @Override
            public Optional<QueuedWork> find(ContractId contract) {
                return queue.find(contract);
            }

            @Override
            public List<QueuedWork> page(Set<WorkState> states, Instant now, Optional<ContractId> after, int max) {
                return queue.page(states, now, after, max);
            }

            @Override
            public QueueDepth depth(Instant now) {
                return queue.depth(now);
            }
        };
    }
}
