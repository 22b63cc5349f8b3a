package io.silverdata.contract.memory;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkHolder;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.spi.WorkState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A queue as plain as can be: one list, and every question looks at every row. */
final class NaiveWorkQueue implements WorkQueue {
    private final List<Row> rows = new ArrayList<>();
    private long tokens;

    private static final class Row {
        private final ContractId contract;
        private final Map<NetworkTarget, TargetWork> work = new EnumMap<>(NetworkTarget.class);
        private final Map<NetworkTarget, Instant> marks = new EnumMap<>(NetworkTarget.class);
        private long token;
        private String worker = "";
        private Optional<Instant> leasedUntil = Optional.empty();

        Row(ContractId contract) {
            this.contract = contract;
        }

        /** What is to be done, a mark included. */
        TargetWork of(NetworkTarget target) {
            return marks.containsKey(target)
                    ? TargetWork.due(marks.get(target))
                    : work.getOrDefault(target, TargetWork.NONE);
        }

        void takeMarks() {
            marks.forEach((target, dueAt) -> work.put(target, TargetWork.due(dueAt)));
            marks.clear();
        }

        Stream<TargetWork> works() {
            return Stream.of(NetworkTarget.values()).map(this::of);
        }

        /** When a target is due, and no lease is in the way. */
        Optional<Instant> leasableFrom() {
            return works().flatMap(target -> target.dueAt().stream())
                    .min(Comparator.naturalOrder())
                    .map(due -> leasedUntil.filter(due::isBefore).orElse(due));
        }

        boolean isLeasable(Instant now) {
            return leasableFrom().filter(from -> !from.isAfter(now)).isPresent();
        }

        boolean isLeased(Instant now) {
            return leasedUntil.filter(now::isBefore).isPresent();
        }

        boolean isWaiting(Instant now) {
            return leasableFrom().isPresent() && !isLeasable(now) && !isLeased(now);
        }

        boolean isParked() {
            return works().anyMatch(TargetWork::isParked);
        }

        boolean isHeld() {
            return works().anyMatch(TargetWork::isHeld);
        }
    }

    @Override
    public void enqueue(ContractId contract, Set<NetworkTarget> targets, Instant dueAt) {
        Row row = rows.stream()
                .filter(known -> known.contract.equals(contract))
                .findFirst()
                .orElseGet(() -> {
                    Row added = new Row(contract);
                    rows.add(added);
                    return added;
                });
        targets.forEach(target -> row.marks.put(target, dueAt));
    }

    @Override
    public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
        List<WorkLease> leases = new ArrayList<>();
        rows.stream()
                .filter(row -> row.isLeasable(now))
                .sorted(Comparator.comparing((Row row) -> row.leasableFrom().orElseThrow())
                        .thenComparing(row -> row.contract))
                .limit(max)
                .forEach(row -> leases.add(take(row, worker, until)));
        return leases;
    }

    @Override
    public Optional<WorkLease> lease(ContractId contract, String worker, Instant now, Instant until) {
        return rows.stream()
                .filter(row -> row.contract.equals(contract))
                .filter(row -> !row.isLeased(now) && row.leasableFrom().isPresent())
                .findFirst()
                .map(row -> take(row, worker, until));
    }

    private WorkLease take(Row row, String worker, Instant until) {
        row.takeMarks();
        row.token = ++tokens;
        row.worker = worker;
        row.leasedUntil = Optional.of(until);
        return new WorkLease(row.contract, row.token, until, row.of(NetworkTarget.ACCESS), row.of(NetworkTarget.LINE));
    }

    @Override
    public Set<ContractId> renew(List<WorkLease> leases, Instant until) {
        Set<ContractId> lost = new HashSet<>();
        leases.forEach(lease -> ifHeld(lease, lost, row -> row.leasedUntil = Optional.of(until)));
        return lost;
    }

    @Override
    public SettledWork settle(List<WorkSettlement> settlements) {
        Set<ContractId> lost = new HashSet<>();
        Map<ContractId, Set<NetworkTarget>> marked = new HashMap<>();
        settlements.forEach(settlement -> ifHeld(settlement.lease(), lost, row -> {
            if (!row.marks.isEmpty()) {
                marked.put(row.contract, Set.copyOf(row.marks.keySet()));
            }
            row.leasedUntil = Optional.empty();
            row.work.put(NetworkTarget.ACCESS, settlement.access());
            row.work.put(NetworkTarget.LINE, settlement.line());
            if (row.leasableFrom().isEmpty() && !row.isParked() && !row.isHeld()) {
                rows.remove(row);
            }
        }));
        return new SettledWork(lost, marked);
    }

    @Override
    public long wake(long revision, Instant dueAt) {
        long woken = 0;
        for (Row row : rows) {
            boolean isWoken = false;
            for (NetworkTarget target : NetworkTarget.values()) {
                TargetWork work = row.of(target);
                if (work.isHeld() && work.heldAt() < revision) {
                    row.marks.put(target, dueAt);
                    isWoken = true;
                }
            }
            woken += isWoken ? 1 : 0;
        }
        return woken;
    }

    @Override
    public List<ParkedWork> parked(int max) {
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.contract))
                .map(row -> Stream.of(NetworkTarget.values())
                        .filter(target -> row.of(target).isParked())
                        .map(target -> new ParkedWork(
                                row.contract,
                                target,
                                row.of(target).attempts(),
                                row.of(target).problem().orElseThrow()))
                        .toList())
                .flatMap(Collection::stream)
                .limit(max)
                .toList();
    }

    @Override
    public Optional<QueuedWork> find(ContractId contract) {
        return rows.stream()
                .filter(row -> row.contract.equals(contract))
                .findFirst()
                .map(NaiveWorkQueue::queued);
    }

    @Override
    public List<QueuedWork> page(Set<WorkState> states, Instant now, Optional<ContractId> after, int max) {
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.contract))
                .filter(row -> after.isEmpty() || row.contract.compareTo(after.get()) > 0)
                .filter(row -> (states.contains(WorkState.PARKED) && row.isParked())
                        || (states.contains(WorkState.HELD) && row.isHeld())
                        || (states.contains(WorkState.LEASED) && row.isLeased(now))
                        || (states.contains(WorkState.DUE) && row.isLeasable(now))
                        || (states.contains(WorkState.WAITING) && row.isWaiting(now)))
                .limit(max)
                .map(NaiveWorkQueue::queued)
                .toList();
    }

    private static QueuedWork queued(Row row) {
        return new QueuedWork(
                row.contract,
                row.of(NetworkTarget.ACCESS),
                row.of(NetworkTarget.LINE),
                row.leasedUntil.map(until -> new WorkHolder(row.worker, until)));
    }

    @Override
    public QueueDepth depth(Instant now) {
        return new QueueDepth(
                rows.stream().filter(row -> row.isLeasable(now)).count(),
                rows.stream().filter(row -> row.isWaiting(now)).count(),
                rows.stream().filter(row -> row.isLeased(now)).count(),
                rows.stream().filter(Row::isParked).count(),
                rows.stream()
                        .filter(row -> row.isLeasable(now) && row.leasedUntil.isPresent())
                        .count(),
                rows.stream()
                        .filter(row -> row.isLeasable(now))
                        .flatMap(row -> row.leasableFrom().stream())
                        .min(Comparator.naturalOrder()),
                rows.stream().filter(Row::isHeld).count());
    }

    private void ifHeld(WorkLease lease, Set<ContractId> lost, Consumer<Row> change) {
        Optional<Row> held = rows.stream()
                .filter(row -> row.leasedUntil.isPresent() && row.token == lease.token())
                .findFirst();
        held.ifPresentOrElse(change, () -> lost.add(lease.contract()));
    }
}
