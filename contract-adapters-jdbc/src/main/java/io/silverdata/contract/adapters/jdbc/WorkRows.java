package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ConflictException.Kind;
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
final class WorkRows implements WorkQueue {
    private static final String MARKED_ANEW = "turn_at = CASE WHEN w.token IS NULL THEN n.turn_at ELSE w.turn_at END,"
            + " marked_at = CASE WHEN w.token IS NULL THEN NULL ELSE n.turn_at END, attempts = 0";

    private final JdbcUnitOfWork unitOfWork;
    private final Dialect dialect;
    private final Write.Form marking;
    private final WorkLeasing leasing;

    WorkRows(JdbcUnitOfWork unitOfWork, Dialect dialect, Names names) {
        this.unitOfWork = unitOfWork;
        this.dialect = dialect;
        marking = marking(dialect, names);
        leasing = new WorkLeasing(dialect);
    }

    @Override
    public void enqueue(ContractId contract, Instant dueAt) {
        unitOfWork.in(session -> {
            session.later(Write.of(
                            marking,
                            contract,
                            Kind.SERIALIZATION,
                            "marking contract " + contract,
                            dialect.key(contract.value()),
                            Micros.of(dueAt))
                    .meaning("work_pk", Kind.SERIALIZATION));
            return Boolean.TRUE;
        });
    }

    @Override
    public List<WorkLease> lease(int max, String worker, Instant now, Instant until) {
        Bounds.max(max);
        return unitOfWork.in(session -> leasing.lease(session.settled(), max, worker, now, until));
    }

    @Override
    public boolean complete(WorkLease lease) {
        return unitOfWork.in(session -> {
            int gone = session.settled()
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
        return unitOfWork.in(session -> settle(
                session,
                lease,
                "attempts = CASE WHEN marked_at IS NULL THEN attempts + 1 ELSE 0 END,"
                        + " turn_at = COALESCE(marked_at, :due), problem = :problem",
                Optional.of(dueAt),
                problem));
    }

    @Override
    public boolean release(WorkLease lease, Instant dueAt) {
        return unitOfWork.in(
                session -> settle(session, lease, "turn_at = COALESCE(marked_at, :due)", Optional.of(dueAt), ""));
    }

    @Override
    public boolean park(WorkLease lease, String problem) {
        return unitOfWork.in(session ->
                settle(session, lease, "turn_at = marked_at, problem = :problem", Optional.empty(), problem));
    }

    @Override
    public QueueDepth depth(Instant now) {
        return unitOfWork.in(session -> session.settled()
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
        Update update = session.settled()
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

    private static Write.Form marking(Dialect dialect, Names names) {
        return switch (dialect) {
            case H2 ->
                Write.Form.rows(
                        names,
                        "work",
                        "MERGE INTO {work} w USING (VALUES ",
                        "(CAST(? AS UUID), CAST(? AS BIGINT))",
                        ") n (contract_id, turn_at) ON w.contract_id = n.contract_id WHEN MATCHED THEN UPDATE SET "
                                + MARKED_ANEW + " WHEN NOT MATCHED THEN INSERT (contract_id, turn_at, attempts)"
                                + " VALUES (n.contract_id, n.turn_at, 0)");
            case POSTGRESQL ->
                Write.Form.rows(
                        names,
                        "work",
                        "INSERT INTO {work} AS w (contract_id, turn_at, attempts) VALUES ",
                        "(?, ?, 0)",
                        " ON CONFLICT (contract_id) DO UPDATE SET " + MARKED_ANEW.replace("n.", "EXCLUDED."));
            // assigned from left to right: the turn, which the first expression does not read, comes last
            case MARIADB ->
                Write.Form.rows(
                        names,
                        "work",
                        "INSERT INTO {work} (contract_id, turn_at, attempts) VALUES ",
                        "(?, ?, 0)",
                        " ON DUPLICATE KEY UPDATE marked_at = IF(token IS NULL, NULL, VALUES(turn_at)),"
                                + " turn_at = IF(token IS NULL, VALUES(turn_at), turn_at), attempts = 0");
        };
    }
}
