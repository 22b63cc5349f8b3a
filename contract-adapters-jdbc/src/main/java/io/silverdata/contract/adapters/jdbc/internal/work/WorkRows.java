package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * At most one row for each contract. Its turn is when it may be leased: when its first target is due, but not before its lease ends; a row
 * of which nothing is left but what was given up has none.
 */
public final class WorkRows implements WorkQueue {
    private final Sessions sessions;
    private final Dialect dialect;
    private final WorkMarking marking;
    private final WorkLeasing leasing;
    private final WorkSettling settling;

    public WorkRows(Sessions sessions, Dialect dialect, TableNames names) {
        this.sessions = sessions;
        this.dialect = dialect;
        marking = new WorkMarking(dialect, names);
        leasing = new WorkLeasing(dialect);
        settling = new WorkSettling(dialect, names);
    }

    @Override
    public void enqueue(ContractId contract, Set<NetworkTarget> targets, Instant dueAt) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets must name one or both, were none");
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
    public Set<ContractId> renew(List<WorkLease> leases, Instant until) {
        return leases.isEmpty()
                ? Set.of()
                : sessions.with(session -> leasing.renew(session.flushed(), leases, until));
    }

    @Override
    public SettledWork settle(List<WorkSettlement> settlements) {
        return settlements.isEmpty()
                ? SettledWork.ALL
                : sessions.with(session -> settling.settle(session.flushed(), settlements));
    }

    @Override
    public List<ParkedWork> parked(int max) {
        Bounds.max(max);
        return sessions
                .with(session -> session.flushed()
                        .query("SELECT contract_id, " + TargetColumns.WORK + " FROM {work} WHERE "
                                + TargetColumns.ACCESS_PARKED + " OR " + TargetColumns.LINE_PARKED
                                + " ORDER BY contract_id LIMIT :max")
                        .bind("max", max)
                        .map((row, context) -> parked(row))
                        .list())
                .stream()
                .flatMap(List::stream)
                .limit(max)
                .toList();
    }

    @Override
    public QueueDepth depth(Instant now) {
        return sessions.with(session -> session.flushed()
                .query("SELECT COUNT(turn_at), COUNT(CASE WHEN turn_at <= :now THEN 1 END),"
                        + " COUNT(CASE WHEN lease_until > :now THEN 1 END), COUNT(CASE WHEN "
                        + TargetColumns.ACCESS_PARKED + " OR " + TargetColumns.LINE_PARKED
                        + " THEN 1 END), MIN(turn_at) FROM {work}")
                .bind("now", now)
                .map((row, context) -> {
                    long due = row.getLong(2);
                    long leased = row.getLong(3);
                    return new QueueDepth(
                            due,
                            row.getLong(1) - due - leased,
                            leased,
                            row.getLong(4),
                            due > 0 ? Optional.of(Micros.instant(row.getLong(5))) : Optional.empty());
                })
                .one());
    }

    private List<ParkedWork> parked(ResultSet row) throws SQLException {
        ContractId contract = ContractIds.read(dialect, row, 1);
        TargetWork access = TargetColumns.read(row, 2, NetworkTarget.ACCESS);
        TargetWork line = TargetColumns.read(row, 2, NetworkTarget.LINE);
        return Stream.of(parked(contract, NetworkTarget.ACCESS, access), parked(contract, NetworkTarget.LINE, line))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ParkedWork> parked(ContractId contract, NetworkTarget target, TargetWork work) {
        return work.dueAt().isPresent()
                ? Optional.empty()
                : work.problem().map(problem -> new ParkedWork(contract, target, work.attempts(), problem));
    }
}
