package io.silverdata.contract.memory;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A queue as plain as can be: one list, and every question looks at every row. */
final class NaiveWorkQueue implements WorkQueue {
    private final List<Row> rows = new ArrayList<>();
    private long tokens;

    private static final class Row {
        private final ContractId contract;
        private Instant dueAt;
        private int attempts;
        private boolean parked;
        private String problem = "";
        private Optional<WorkLease> lease = Optional.empty();
        private Optional<Instant> marked = Optional.empty();

        Row(ContractId contract, Instant dueAt) {
            this.contract = contract;
            this.dueAt = dueAt;
        }

        Instant leasableFrom() {
            return lease.map(WorkLease::until).orElse(dueAt);
        }

        boolean isLeasable(Instant now) {
            return !parked && !leasableFrom().isAfter(now);
        }

        boolean isLeased(Instant now) {
            return lease.isPresent() && lease.get().until().isAfter(now);
        }
    }

    @Override
    public void enqueue(ContractId contract, Instant dueAt) {
        Optional<Row> known =
                rows.stream().filter(row -> row.contract.equals(contract)).findFirst();
        if (known.isEmpty()) {
            rows.add(new Row(contract, dueAt));
        } else if (known.get().lease.isPresent()) {
            known.get().marked = Optional.of(dueAt);
            known.get().attempts = 0;
        } else {
            makeDue(known.get(), dueAt);
        }
    }

    @Override
    public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
        List<WorkLease> leases = new ArrayList<>();
        rows.stream()
                .filter(row -> row.isLeasable(now))
                .sorted(Comparator.comparing(Row::leasableFrom).thenComparing(row -> row.contract))
                .limit(max)
                .forEach(row -> {
                    WorkLease lease = new WorkLease(row.contract, ++tokens, row.attempts, until);
                    row.lease = Optional.of(lease);
                    row.marked = Optional.empty();
                    leases.add(lease);
                });
        return leases;
    }

    @Override
    public boolean complete(WorkLease lease) {
        return settle(lease, rows::remove);
    }

    @Override
    public boolean retry(WorkLease lease, Instant dueAt, String problem) {
        return settle(lease, row -> {
            row.dueAt = dueAt;
            row.attempts++;
        });
    }

    @Override
    public boolean release(WorkLease lease, Instant dueAt) {
        return settle(lease, row -> row.dueAt = dueAt);
    }

    @Override
    public boolean park(WorkLease lease, String problem) {
        return settle(lease, row -> {
            row.parked = true;
            row.problem = problem;
        });
    }

    @Override
    public List<ParkedWork> parked(int max) {
        return rows.stream()
                .filter(row -> row.parked)
                .sorted(Comparator.comparing((Row row) -> row.contract))
                .limit(max)
                .map(row -> new ParkedWork(row.contract, row.attempts, row.problem))
                .toList();
    }

    @Override
    public QueueDepth depth(Instant now) {
        return new QueueDepth(
                rows.stream().filter(row -> row.isLeasable(now)).count(),
                rows.stream()
                        .filter(row -> !row.parked && row.lease.isEmpty() && row.dueAt.isAfter(now))
                        .count(),
                rows.stream().filter(row -> row.isLeased(now)).count(),
                rows.stream().filter(row -> row.parked).count(),
                rows.stream()
                        .filter(row -> row.isLeasable(now))
                        .map(Row::leasableFrom)
                        .min(Comparator.naturalOrder()));
    }

    private boolean settle(WorkLease lease, Consumer<Row> otherwise) {
        Optional<Row> held = rows.stream()
                .filter(row -> row.lease
                        .filter(latest -> latest.token() == lease.token())
                        .isPresent())
                .findFirst();
        held.ifPresent(row -> {
            row.lease = Optional.empty();
            if (row.marked.isPresent()) {
                makeDue(row, row.marked.get());
            } else {
                otherwise.accept(row);
            }
        });
        return held.isPresent();
    }

    private static void makeDue(Row row, Instant dueAt) {
        row.dueAt = dueAt;
        row.attempts = 0;
        row.parked = false;
        row.marked = Optional.empty();
    }
}
