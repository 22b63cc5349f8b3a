package io.silverdata.contract.memory;

import com.google.common.collect.ComparisonChain;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A row for each contract, and an agenda of the rows by the time from which they can be leased. */
final class InMemoryWorkQueue implements WorkQueue {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<ContractId, Row> rows;
    private final UndoableMap<Turn, Row> agenda;

    // Shared by all rows, and not undone: a token that was ever given out is never given out again.
    private long lastToken;

    /**
     * What is to be done for one contract.
     *
     * @param dueAt when it is due; empty if it was given up
     * @param attempts since it was marked
     * @param lease that was not settled yet, whether or not its time is over
     * @param problem what went wrong when it was given up, if it was
     * @param markedFor the time for which it was marked since it was leased, if it was
     */
    private record Row(
            ContractId contract,
            Optional<Instant> dueAt,
            int attempts,
            Optional<WorkLease> lease,
            Optional<String> problem,
            Optional<Instant> markedFor) {

        static Row due(ContractId contract, Instant dueAt, int attempts) {
            return new Row(
                    contract, Optional.of(dueAt), attempts, Optional.empty(), Optional.empty(), Optional.empty());
        }

        Row marked(Instant markDueAt) {
            return lease.isPresent()
                    ? new Row(contract, dueAt, 0, lease, problem, Optional.of(markDueAt))
                    : due(contract, markDueAt, 0);
        }

        Row leased(long token, Instant until) {
            return new Row(
                    contract,
                    dueAt,
                    attempts,
                    Optional.of(new WorkLease(contract, token, attempts, until)),
                    Optional.empty(),
                    Optional.empty());
        }

        Row parked(String why) {
            return new Row(contract, Optional.empty(), attempts, Optional.empty(), Optional.of(why), Optional.empty());
        }

        boolean isLeased(Instant now) {
            return lease.filter(held -> held.until().isAfter(now)).isPresent();
        }

        Optional<Instant> leasableFrom() {
            return lease.map(WorkLease::until).or(() -> dueAt);
        }
    }

    private record Turn(Instant at, ContractId contract) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            return ComparisonChain.start()
                    .compare(at, other.at)
                    .compare(contract, other.contract)
                    .result();
        }
    }

    InMemoryWorkQueue(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        rows = new UndoableMap<>(undo);
        agenda = new UndoableMap<>(undo);
    }

    @Override
    public void enqueue(ContractId contract, Instant dueAt) {
        unitOfWork.execute(() ->
                put(rows.find(contract).map(row -> row.marked(dueAt)).orElseGet(() -> Row.due(contract, dueAt, 0))));
    }

    @Override
    public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
        Bounds.max(max);
        return unitOfWork.call(() -> {
            List<Row> due = agenda.entries().values().stream()
                    .takeWhile(row -> isLeasable(row, now))
                    .limit(max)
                    .toList();
            return due.stream()
                    .map(row -> put(row.leased(++lastToken, until)))
                    .flatMap(row -> row.lease().stream())
                    .toList();
        });
    }

    @Override
    public boolean complete(WorkLease lease) {
        return unitOfWork.call(() -> {
            Optional<Row> held = held(lease);
            held.ifPresent(row -> row.markedFor()
                    .ifPresentOrElse(markDueAt -> put(Row.due(row.contract(), markDueAt, 0)), () -> remove(row)));
            return held.isPresent();
        });
    }

    @Override
    public boolean retry(WorkLease lease, Instant dueAt, String problem) {
        return settle(lease, row -> Row.due(row.contract(), dueAt, row.attempts() + 1));
    }

    @Override
    public boolean release(WorkLease lease, Instant dueAt) {
        return settle(lease, row -> Row.due(row.contract(), dueAt, row.attempts()));
    }

    @Override
    public boolean park(WorkLease lease, String problem) {
        return settle(lease, row -> row.parked(problem));
    }

    @Override
    public List<ParkedWork> parked(int max) {
        Bounds.max(max);
        return unitOfWork.call(() -> rows.entries().values().stream()
                .filter(row -> row.leasableFrom().isEmpty())
                .limit(max)
                .map(row -> new ParkedWork(
                        row.contract(), row.attempts(), row.problem().orElse("")))
                .toList());
    }

    @Override
    public QueueDepth depth(Instant now) {
        return unitOfWork.call(() -> {
            long all = rows.entries().size();
            long parked = all - agenda.entries().size();
            long leased = rows.entries().values().stream()
                    .filter(row -> row.isLeased(now))
                    .count();
            List<Turn> due = agenda.entries().keySet().stream()
                    .takeWhile(turn -> !turn.at().isAfter(now))
                    .toList();
            return new QueueDepth(
                    due.size(),
                    all - parked - leased - due.size(),
                    leased,
                    parked,
                    due.stream().findFirst().map(Turn::at));
        });
    }

    private static boolean isLeasable(Row row, Instant now) {
        return row.leasableFrom().filter(from -> !from.isAfter(now)).isPresent();
    }

    private boolean settle(WorkLease lease, UnaryOperator<Row> otherwise) {
        return unitOfWork.call(() -> {
            Optional<Row> held = held(lease);
            held.map(row -> row.markedFor()
                            .map(markDueAt -> Row.due(row.contract(), markDueAt, 0))
                            .orElseGet(() -> otherwise.apply(row)))
                    .ifPresent(this::put);
            return held.isPresent();
        });
    }

    private Optional<Row> held(WorkLease lease) {
        return rows.find(lease.contract())
                .filter(row -> row.lease()
                        .filter(latest -> latest.token() == lease.token())
                        .isPresent());
    }

    private Row put(Row row) {
        rows.find(row.contract()).ifPresent(this::remove);
        rows.put(row.contract(), row);
        row.leasableFrom().ifPresent(from -> agenda.put(new Turn(from, row.contract()), row));
        return row;
    }

    private void remove(Row row) {
        rows.remove(row.contract());
        row.leasableFrom().ifPresent(from -> agenda.remove(new Turn(from, row.contract())));
    }
}
