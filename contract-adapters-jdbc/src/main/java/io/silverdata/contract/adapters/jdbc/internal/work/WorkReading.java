package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkHolder;
import io.silverdata.contract.spi.WorkState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/** Reads the queue, and changes nothing. */
final class WorkReading {
    private static final String ROW = "SELECT contract_id, worker, lease_until, " + TargetColumns.WORK + " FROM {work}";
    private static final int FIRST_OF_WORK = 4;
    /** They do not depend on the time. */
    private static final Set<WorkState> TIMELESS = EnumSet.of(WorkState.PARKED, WorkState.HELD);

    private final Dialect dialect;

    WorkReading(Dialect dialect) {
        this.dialect = dialect;
    }

    Optional<QueuedWork> find(Session session, ContractId contract) {
        return session.query(ROW + " WHERE contract_id = :contract")
                .bind("contract", contract)
                .map((row, context) -> queued(row))
                .findOne();
    }

    List<QueuedWork> page(Session session, Set<WorkState> states, Instant now, Optional<ContractId> after, int max) {
        String wanted = states.stream().map(WorkReading::condition).collect(Collectors.joining(" OR "));
        Query query = session.query(ROW + " WHERE (" + wanted + ")"
                        + (after.isPresent() ? " AND contract_id > :after" : "") + " ORDER BY contract_id LIMIT :max")
                .bind("max", max);
        if (!TIMELESS.containsAll(states)) {
            query.bind("now", now);
        }
        after.ifPresent(last -> query.bind("after", last));
        return query.map((row, context) -> queued(row)).list();
    }

    List<ParkedWork> parked(Session session, int max) {
        return page(session, Set.of(WorkState.PARKED), Instant.EPOCH, Optional.empty(), max).stream()
                .flatMap(row -> Stream.of(NetworkTarget.values()).flatMap(target -> parked(row, target).stream()))
                .limit(max)
                .toList();
    }

    QueueDepth depth(Session session, Instant now) {
        return session.query("SELECT COUNT(turn_at), COUNT(CASE WHEN turn_at <= :now THEN 1 END),"
                        + " COUNT(CASE WHEN lease_until > :now THEN 1 END), COUNT(CASE WHEN "
                        + TargetColumns.PARKED + " THEN 1 END),"
                        + " COUNT(CASE WHEN turn_at <= :now AND token IS NOT NULL THEN 1 END), MIN(turn_at),"
                        + " COUNT(CASE WHEN " + TargetColumns.HELD + " THEN 1 END) FROM {work}")
                .bind("now", now)
                .map((row, context) -> {
                    long due = row.getLong(2);
                    long leased = row.getLong(3);
                    return new QueueDepth(
                            due,
                            row.getLong(1) - due - leased,
                            leased,
                            row.getLong(4),
                            row.getLong(5),
                            due > 0 ? Optional.of(Micros.instant(row.getLong(6))) : Optional.empty(),
                            row.getLong(7));
                })
                .one();
    }

    private static String condition(WorkState state) {
        return switch (state) {
            case DUE -> "turn_at <= :now";
            case WAITING -> "(turn_at > :now AND (lease_until IS NULL OR lease_until <= :now))";
            case LEASED -> "lease_until > :now";
            case PARKED -> TargetColumns.PARKED;
            case HELD -> TargetColumns.HELD;
        };
    }

    private QueuedWork queued(ResultSet row) throws SQLException {
        Optional<String> worker = Optional.ofNullable(row.getString(2));
        Optional<Long> until = TargetColumns.micros(row, 3);
        return new QueuedWork(
                ContractIds.read(dialect, row, 1),
                TargetColumns.read(row, FIRST_OF_WORK, NetworkTarget.ACCESS),
                TargetColumns.read(row, FIRST_OF_WORK, NetworkTarget.LINE),
                until.map(end -> new WorkHolder(worker.orElse(""), Micros.instant(end))));
    }

    private static Optional<ParkedWork> parked(QueuedWork row, NetworkTarget target) {
        TargetWork work = row.of(target);
        return work.isParked()
                ? work.problem().map(problem -> new ParkedWork(row.contract(), target, work.attempts(), problem))
                : Optional.empty();
    }
}
