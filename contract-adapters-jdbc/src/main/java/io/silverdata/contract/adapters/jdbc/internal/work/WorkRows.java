package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/**
 * At most one row for each contract. Its turn is when it may be leased: when it is due, or when its lease ends; a row that
 * was given up has none.
 */
public final class WorkRows implements WorkQueue {
    private static final String MARKED_ANEW = "turn_at = CASE WHEN w.token IS NULL THEN n.turn_at ELSE w.turn_at END,"
            + " marked_at = CASE WHEN w.token IS NULL THEN NULL ELSE n.turn_at END, attempts = 0";

    private final Sessions sessions;
    private final Dialect dialect;
    private final WriteTemplate marking;
    private final WorkLeasing leasing;

    public WorkRows(Sessions sessions, Dialect dialect, TableNames names) {
        this.sessions = sessions;
        this.dialect = dialect;
        marking = marking(dialect, names);
        leasing = new WorkLeasing(dialect);
    }

    @Override
    public void enqueue(ContractId contract, Instant dueAt) {
        sessions.with(session -> {
            session.defer(DeferredWrite.of(
                            marking,
                            contract,
                            Kind.SERIALIZATION,
                            "marking contract " + contract,
                            ContractIds.bound(dialect, contract),
                            Micros.of(dueAt))
                    .meaning("work_pk", Kind.SERIALIZATION));
            return Boolean.TRUE;
        });
    }

    @Override
    public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
        Bounds.max(max);
        return sessions.with(session -> leasing.lease(session.flushed(), max, worker, now, until));
    }

    @Override
    public boolean complete(WorkLease lease) {
        return sessions.with(session -> {
            int gone = session.flushed()
                    .update("DELETE FROM {work} WHERE contract_id = :contract AND token = :token AND marked_at IS NULL")
                    .bind("contract", lease.contract())
                    .bind("token", lease.token())
                    .execute();
            // marked_at is set last: MariaDB assigns from left to right
            return gone > 0
                    || settle(
                            session, lease, "attempts = 0, turn_at = marked_at, problem = NULL", Optional.empty(), "");
        });
    }

    @Override
    public boolean retry(WorkLease lease, Instant dueAt, String problem) {
        return sessions.with(session -> settle(
                session,
                lease,
                "attempts = CASE WHEN marked_at IS NULL THEN attempts + 1 ELSE 0 END,"
                        + " turn_at = COALESCE(marked_at, :due), problem = :problem",
                Optional.of(dueAt),
                problem));
    }

    @Override
    public boolean release(WorkLease lease, Instant dueAt) {
        return sessions.with(
                session -> settle(session, lease, "turn_at = COALESCE(marked_at, :due)", Optional.of(dueAt), ""));
    }

    @Override
    public boolean park(WorkLease lease, String problem) {
        return sessions.with(session ->
                settle(session, lease, "turn_at = marked_at, problem = :problem", Optional.empty(), problem));
    }

    @Override
    public List<ParkedWork> parked(int max) {
        Bounds.max(max);
        return sessions.with(session -> session.flushed()
                .query("SELECT contract_id, attempts, problem FROM {work} WHERE turn_at IS NULL"
                        + " ORDER BY contract_id LIMIT :max")
                .bind("max", max)
                .map((row, context) -> new ParkedWork(
                        ContractIds.read(dialect, row, 1),
                        row.getInt(2),
                        Optional.ofNullable(row.getString(3)).orElse("")))
                .list());
    }

    @Override
    public QueueDepth depth(Instant now) {
        return sessions.with(session -> session.flushed()
                .query("SELECT COUNT(*), COUNT(CASE WHEN turn_at <= :now THEN 1 END),"
                        + " COUNT(CASE WHEN turn_at > :now AND token IS NOT NULL THEN 1 END),"
                        + " COUNT(CASE WHEN turn_at IS NULL THEN 1 END), MIN(turn_at) FROM {work}")
                .bind("now", now)
                .map((row, context) -> {
                    long due = row.getLong(2);
                    long leased = row.getLong(3);
                    long parked = row.getLong(4);
                    return new QueueDepth(
                            due,
                            row.getLong(1) - due - leased - parked,
                            leased,
                            parked,
                            due > 0 ? Optional.of(Micros.instant(row.getLong(5))) : Optional.empty());
                })
                .one());
    }

    private static boolean settle(
            Session session, WorkLease lease, String change, Optional<Instant> dueAt, String problem) {
        Update update = session.flushed()
                .update("UPDATE {work} SET " + change + ", token = NULL, worker = NULL, marked_at = NULL"
                        + " WHERE contract_id = :contract AND token = :token")
                .bind("contract", lease.contract())
                .bind("token", lease.token());
        dueAt.ifPresent(due -> update.bind("due", due));
        if (!problem.isEmpty() || change.contains(":problem")) {
            update.bind("problem", problem);
        }
        return update.execute() > 0;
    }

    private static WriteTemplate marking(Dialect dialect, TableNames names) {
        return switch (dialect) {
            case H2 ->
                WriteTemplate.rows(
                        names,
                        "work",
                        "MERGE INTO {work} w USING (VALUES ",
                        "(CAST(? AS UUID), CAST(? AS BIGINT))",
                        ") n (contract_id, turn_at) ON w.contract_id = n.contract_id WHEN MATCHED THEN UPDATE SET "
                                + MARKED_ANEW + " WHEN NOT MATCHED THEN INSERT (contract_id, turn_at, attempts)"
                                + " VALUES (n.contract_id, n.turn_at, 0)");
            case POSTGRESQL ->
                WriteTemplate.rows(
                        names,
                        "work",
                        "INSERT INTO {work} AS w (contract_id, turn_at, attempts) VALUES ",
                        "(?, ?, 0)",
                        " ON CONFLICT (contract_id) DO UPDATE SET " + MARKED_ANEW.replace("n.", "EXCLUDED."));
            // assigned from left to right: the turn, which the first expression does not read, comes last
            case MARIADB ->
                WriteTemplate.rows(
                        names,
                        "work",
                        "INSERT INTO {work} (contract_id, turn_at, attempts) VALUES ",
                        "(?, ?, 0)",
                        " ON DUPLICATE KEY UPDATE marked_at = IF(token IS NULL, NULL, VALUES(turn_at)),"
                                + " turn_at = IF(token IS NULL, VALUES(turn_at), turn_at), attempts = 0");
        };
    }
}
