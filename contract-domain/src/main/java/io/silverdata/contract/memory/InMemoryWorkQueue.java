package io.silverdata.contract.memory;

import com.google.common.collect.ComparisonChain;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.spi.WorkHolder;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.spi.WorkState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A row for each contract, and an agenda of the rows by the time from which they can be leased. */
final class InMemoryWorkQueue implements WorkQueue {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<ContractId, Row> rows;
    private final UndoableMap<Turn, Row> agenda;

    // Shared by all rows, and not undone: a token that was ever given out is never given out again.
    private long lastToken;

    /** The work on one target, and when it is due again if it was marked since the row was leased. */
    private record Part(TargetWork work, Optional<Instant> markedFor) {
        static final Part NONE = new Part(TargetWork.NONE, Optional.empty());

        Part marked(Instant dueAt, boolean isLeased) {
            return isLeased ? new Part(work, Optional.of(dueAt)) : new Part(TargetWork.due(dueAt), Optional.empty());
        }

        /** A mark outweighs whatever the work was. */
        Part withoutMark(TargetWork otherwise) {
            return new Part(markedFor.map(TargetWork::due).orElse(otherwise), Optional.empty());
        }

        /** What there is to do, the mark included. */
        TargetWork toDo() {
            return withoutMark(work).work();
        }
    }

    /** Who may settle a row, whether or not the time of the lease is over. */
    private record Hold(long token, String worker, Instant until) {}

    /** What is to be done for one contract. */
    private record Row(ContractId contract, Part access, Part line, Optional<Hold> hold) {
        static Row of(ContractId contract) {
            return new Row(contract, Part.NONE, Part.NONE, Optional.empty());
        }

        Row marked(Set<NetworkTarget> targets, Instant dueAt) {
            UnaryOperator<Part> mark = part -> part.marked(dueAt, hold.isPresent());
            return new Row(
                    contract,
                    targets.contains(NetworkTarget.ACCESS) ? mark.apply(access) : access,
                    targets.contains(NetworkTarget.LINE) ? mark.apply(line) : line,
                    hold);
        }

        Row leased(Hold by) {
            return new Row(contract, access.withoutMark(access.work()), line.withoutMark(line.work()), Optional.of(by));
        }

        Row renewed(Instant until) {
            return new Row(contract, access, line, hold.map(by -> new Hold(by.token(), by.worker(), until)));
        }

        Row settled(WorkSettlement settlement) {
            return new Row(
                    contract,
                    access.withoutMark(settlement.access()),
                    line.withoutMark(settlement.line()),
                    Optional.empty());
        }

        Set<NetworkTarget> marked() {
            Set<NetworkTarget> marked = EnumSet.noneOf(NetworkTarget.class);
            access.markedFor().ifPresent(at -> marked.add(NetworkTarget.ACCESS));
            line.markedFor().ifPresent(at -> marked.add(NetworkTarget.LINE));
            return marked;
        }

        WorkLease lease(Hold by) {
            return new WorkLease(contract, by.token(), by.until(), access.work(), line.work());
        }

        boolean isHeldBy(WorkLease lease) {
            return hold.filter(by -> by.token() == lease.token()).isPresent();
        }

        boolean isLeased(Instant now) {
            return hold.filter(by -> by.until().isAfter(now)).isPresent();
        }

        boolean isOver() {
            return hold.isEmpty() && works().allMatch(TargetWork::isOver);
        }

        boolean isParked() {
            return works().anyMatch(TargetWork::isParked);
        }

        boolean isHeld() {
            return works().anyMatch(TargetWork::isHeld);
        }

        /** The targets that are held at an earlier revision. */
        Set<NetworkTarget> heldBefore(long revision) {
            Set<NetworkTarget> held = EnumSet.noneOf(NetworkTarget.class);
            for (NetworkTarget target : NetworkTarget.values()) {
                TargetWork work = queued().of(target);
                if (work.isHeld() && work.heldAt() < revision) {
                    held.add(target);
                }
            }
            return held;
        }

        /** Whether its lease ended before it was settled. */
        boolean isAbandoned(Instant now) {
            return hold.isPresent() && !isLeased(now);
        }

        QueuedWork queued() {
            return new QueuedWork(
                    contract, access.toDo(), line.toDo(), hold.map(by -> new WorkHolder(by.worker(), by.until())));
        }

        Optional<Instant> leasableFrom() {
            return queued().leasableFrom();
        }

        Stream<ParkedWork> parked() {
            return Stream.concat(parked(NetworkTarget.ACCESS, access.toDo()), parked(NetworkTarget.LINE, line.toDo()));
        }

        private Stream<ParkedWork> parked(NetworkTarget target, TargetWork work) {
            return Stream.of(work)
                    .filter(TargetWork::isParked)
                    .map(given -> new ParkedWork(
                            contract, target, given.attempts(), given.problem().orElse("")));
        }

        private Stream<TargetWork> works() {
            return Stream.of(access.toDo(), line.toDo());
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
    public void enqueue(ContractId contract, Set<NetworkTarget> targets, Instant dueAt) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets must not be empty");
        }
        unitOfWork.execute(
                () -> put(rows.find(contract).orElseGet(() -> Row.of(contract)).marked(targets, dueAt)));
    }

    @Override
    public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
        Bounds.max(max);
        return unitOfWork.call(() -> {
            List<Row> due = agenda.entries().values().stream()
                    .takeWhile(row -> isLeasable(row, now))
                    .limit(max)
                    .toList();
            return due.stream().map(row -> leased(row, worker, until)).toList();
        });
    }

    @Override
    public Optional<WorkLease> lease(ContractId contract, String worker, Instant now, Instant until) {
        return unitOfWork.call(() -> rows.find(contract)
                .filter(row -> !row.isLeased(now) && row.leasableFrom().isPresent())
                .map(row -> leased(row, worker, until)));
    }

    private WorkLease leased(Row row, String worker, Instant until) {
        Hold hold = new Hold(++lastToken, worker, until);
        return put(row.leased(hold)).lease(hold);
    }

    @Override
    public Set<ContractId> renew(List<WorkLease> leases, Instant until) {
        return unitOfWork.call(() -> {
            Set<ContractId> lost = new HashSet<>();
            for (WorkLease lease : leases) {
                held(lease).ifPresentOrElse(row -> put(row.renewed(until)), () -> lost.add(lease.contract()));
            }
            return lost;
        });
    }

    @Override
    public SettledWork settle(List<WorkSettlement> settlements) {
        return unitOfWork.call(() -> {
            Set<ContractId> lost = new HashSet<>();
            Map<ContractId, Set<NetworkTarget>> marked = new HashMap<>();
            for (WorkSettlement settlement : settlements) {
                Optional<Row> held = held(settlement.lease());
                if (held.isEmpty()) {
                    lost.add(settlement.lease().contract());
                } else {
                    Set<NetworkTarget> meanwhile = held.get().marked();
                    if (!meanwhile.isEmpty()) {
                        marked.put(settlement.lease().contract(), meanwhile);
                    }
                    put(held.get().settled(settlement));
                }
            }
            return new SettledWork(lost, marked);
        });
    }

    @Override
    public long wake(long revision, Instant dueAt) {
        return unitOfWork.call(() -> {
            List<Row> held = rows.entries().values().stream()
                    .filter(row -> !row.heldBefore(revision).isEmpty())
                    .toList();
            held.forEach(row -> put(row.marked(row.heldBefore(revision), dueAt)));
            return (long) held.size();
        });
    }

    @Override
    public List<ParkedWork> parked(int max) {
        Bounds.max(max);
        return unitOfWork.call(() ->
                rows.entries().values().stream().flatMap(Row::parked).limit(max).toList());
    }

    @Override
    public Optional<QueuedWork> find(ContractId contract) {
        return unitOfWork.call(() -> rows.find(contract).map(Row::queued));
    }

    @Override
    public List<QueuedWork> page(Set<WorkState> states, Instant now, Optional<ContractId> after, int max) {
        Bounds.max(max);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("states must not be empty");
        }
        return unitOfWork.call(() -> rows.entries().values().stream()
                .map(Row::queued)
                .filter(row -> after.filter(last -> last.compareTo(row.contract()) >= 0)
                        .isEmpty())
                .filter(row -> !Collections.disjoint(row.states(now), states))
                .limit(max)
                .toList());
    }

    @Override
    public QueueDepth depth(Instant now) {
        return unitOfWork.call(() -> {
            List<Row> all = List.copyOf(rows.entries().values());
            List<Turn> due = agenda.entries().keySet().stream()
                    .takeWhile(turn -> !turn.at().isAfter(now))
                    .toList();
            long leased = all.stream().filter(row -> row.isLeased(now)).count();
            return new QueueDepth(
                    due.size(),
                    agenda.entries().size() - leased - due.size(),
                    leased,
                    all.stream().filter(Row::isParked).count(),
                    all.stream()
                            .filter(row -> row.isAbandoned(now) && isLeasable(row, now))
                            .count(),
                    due.stream().findFirst().map(Turn::at),
                    all.stream().filter(Row::isHeld).count());
        });
    }

    private static boolean isLeasable(Row row, Instant now) {
        return row.leasableFrom().filter(from -> !from.isAfter(now)).isPresent();
    }

    private Optional<Row> held(WorkLease lease) {
        return rows.find(lease.contract()).filter(row -> row.isHeldBy(lease));
    }

    private Row put(Row row) {
        rows.find(row.contract()).ifPresent(this::remove);
        if (!row.isOver()) {
            rows.put(row.contract(), row);
            row.leasableFrom().ifPresent(from -> agenda.put(new Turn(from, row.contract()), row));
        }
        return row;
    }

    private void remove(Row row) {
        rows.remove(row.contract());
        row.leasableFrom().ifPresent(from -> agenda.remove(new Turn(from, row.contract())));
    }
}
