package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.WorkLease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** Takes rows of work that nobody else is taking at the same moment. All rows of one call have one token. */
final class WorkLeasing {
    private static final String DUE =
            "SELECT contract_id, attempts, turn_at FROM {work} WHERE turn_at <= :now ORDER BY turn_at, contract_id LIMIT :max";

    private final Dialect dialect;

    private record Row(ContractId contract, int attempts, long turn) {
        static final Comparator<Row> LONGEST_DUE_FIRST = Comparator.comparingLong(Row::turn);

        WorkLease leased(long token, Instant until) {
            return new WorkLease(contract, token, attempts, until);
        }
    }

    WorkLeasing(Dialect dialect) {
        this.dialect = dialect;
    }

    List<WorkLease> lease(Session session, int max, String worker, Instant now, Instant until) {
        return switch (dialect) {
            case POSTGRESQL -> inOneStatement(session, max, worker, now, until);
            case MARIADB -> lockedFirst(session, max, worker, now, until);
            case H2 -> oneByOne(session, max, worker, now, until);
        };
    }

    private List<WorkLease> inOneStatement(Session session, int max, String worker, Instant now, Instant until) {
        record Leased(Row row, long token) {}
        return session
                .lockingQuery("WITH due AS MATERIALIZED (" + DUE + " FOR UPDATE SKIP LOCKED),"
                        + " lease AS MATERIALIZED (SELECT nextval('{token}') AS token)"
                        + " UPDATE {work} w SET token = lease.token, turn_at = :until, worker = :worker, marked_at = NULL"
                        + " FROM due, lease WHERE w.contract_id = due.contract_id"
                        + " RETURNING w.contract_id, w.attempts, due.turn_at, w.token")
                .bind("now", now)
                .bind("max", max)
                .bind("until", until)
                .bind("worker", worker)
                .map((row, context) -> new Leased(
                        new Row(ContractIds.read(dialect, row, 1), row.getInt(2), row.getLong(3)), row.getLong(4)))
                .stream()
                .sorted(Comparator.comparing(Leased::row, Row.LONGEST_DUE_FIRST))
                .map(leased -> leased.row().leased(leased.token(), until))
                .toList();
    }

    private List<WorkLease> lockedFirst(Session session, int max, String worker, Instant now, Instant until) {
        List<Row> rows = rows(session.lockingQuery(DUE + " FOR UPDATE SKIP LOCKED"), now, max);
        if (rows.isEmpty()) {
            return List.of();
        }
        long token = token(session);
        session.update("UPDATE {work} SET token = :token, turn_at = :until, worker = :worker, marked_at = NULL"
                        + " WHERE contract_id IN (<contracts>)")
                .bindList("contracts", rows.stream().map(Row::contract).toList())
                .bind("token", token)
                .bind("until", until)
                .bind("worker", worker)
                .execute();
        return rows.stream().map(row -> row.leased(token, until)).toList();
    }

    /**
     * H2 would lock every row that the condition matches, however few are asked for. A row that somebody else took in the
     * meantime is not the one that was read any more.
     */
    private List<WorkLease> oneByOne(Session session, int max, String worker, Instant now, Instant until) {
        List<WorkLease> leases = new ArrayList<>();
        List<Row> rows;
        do {
            rows = rows(session.query(DUE), now, max);
            if (!rows.isEmpty()) {
                long token = token(session);
                for (Row row : rows) {
                    int taken = session.update("UPDATE {work} SET token = :token, turn_at = :until, worker = :worker,"
                                    + " marked_at = NULL WHERE contract_id = :contract AND turn_at = :turn"
                                    + " AND attempts = :attempts AND turn_at <= :now")
                            .bind("token", token)
                            .bind("until", until)
                            .bind("worker", worker)
                            .bind("contract", row.contract())
                            .bind("turn", row.turn())
                            .bind("attempts", row.attempts())
                            .bind("now", now)
                            .execute();
                    if (taken > 0) {
                        leases.add(row.leased(token, until));
                    }
                }
            }
        } while (leases.isEmpty() && !rows.isEmpty());
        return leases;
    }

    private List<Row> rows(Query question, Instant now, int max) {
        return question.bind("now", now)
                .bind("max", max)
                .map((row, context) -> new Row(ContractIds.read(dialect, row, 1), row.getInt(2), row.getLong(3)))
                .list();
    }

    private static long token(Session session) {
        return session.query("SELECT NEXT VALUE FOR {token}").mapTo(Long.class).one();
    }
}
