package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.spi.WorkState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * At most one row for each contract. Its turn is when it may be leased: when its first target is due, but not before its lease ends; a row
 * of which nothing is left but what was given up has none.
 */
public final class WorkRows implements WorkQueue {
    private final Sessions sessions;
    private final WorkMarking marking;
    private final WorkLeasing leasing;
    private final WorkSettling settling;
    private final WorkReading reading;

    public WorkRows(Sessions sessions, Dialect dialect, TableNames names) {
        this.sessions = sessions;
        marking = new WorkMarking(dialect, names);
        leasing = new WorkLeasing(dialect);
        settling = new WorkSettling(dialect, names);
        reading = new WorkReading(dialect);
    }

    @Override
    public void enqueue(ContractId contract, Set<NetworkTarget> targets, Instant dueAt) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets must not be empty");
        }
        sessions.with(session -> {
            session.defer(marking.mark(contract, targets, dueAt));
            return Boolean.TRUE;
        });
    }

    @Override
    public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
        Bounds.max(max);
        return sessions.with(session -> leasing.lease(session.flushed(), max, worker, now, until));
    }

    @Override
    public Optional<WorkLease> lease(ContractId contract, String worker, Instant now, Instant until) {
        return sessions.with(session -> leasing.leaseOne(session.flushed(), contract, worker, now, until));
    }

    @Override
    public Set<ContractId> renew(List<WorkLease> leases, Instant until) {
        return leases.isEmpty() ? Set.of() : sessions.with(session -> leasing.renew(session.flushed(), leases, until));
    }

    @Override
    public SettledWork settle(List<WorkSettlement> settlements) {
        return settlements.isEmpty()
                ? SettledWork.ALL
                : sessions.with(session -> settling.settle(session.flushed(), settlements));
    }

    @Override
    public long wake(long revision, Instant dueAt) {
        return sessions.with(session -> marking.wake(session.flushedFor("work"), revision, dueAt));
    }

    @Override
    public List<ParkedWork> parked(int max) {
        Bounds.max(max);
        return sessions.with(session -> reading.parked(session.flushed(), max));
    }

    @Override
    public Optional<QueuedWork> find(ContractId contract) {
        return sessions.with(session -> reading.find(session.flushed(), contract));
    }

    @Override
    public List<QueuedWork> page(Set<WorkState> states, Instant now, Optional<ContractId> after, int max) {
        Bounds.max(max);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("states must not be empty");
        }
        return sessions.with(session -> reading.page(session.flushed(), states, now, after, max));
    }

    @Override
    public QueueDepth depth(Instant now) {
        return sessions.with(session -> reading.depth(session.flushed(), now));
    }
}
