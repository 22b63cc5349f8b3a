package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkLease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Takes rows of work that nobody else is taking at the same moment, and keeps them. All rows of one call have one token. */
final class WorkLeasing {
    private static final String DUE = " FROM {work} WHERE turn_at <= :now ORDER BY turn_at, contract_id LIMIT :max";
    private static final String TAKEN = "token = :token, worker = :worker, lease_until = :until, turn_at = "
            + TargetColumns.turn(":until", TargetColumns.FIRST_DUE) + ", " + TargetColumns.TAKE_MARKS;

    private final Dialect dialect;

    private record Row(ContractId contract, long turn, TargetWork access, TargetWork line) {
        static final Comparator<Row> LONGEST_DUE_FIRST = Comparator.comparingLong(Row::turn);

        WorkLease leased(long token, Instant until) {
            return new WorkLease(contract, token, until, access, line);
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

    /** Takes the row of one contract, due or not. */
    Optional<WorkLease> leaseOne(Session session, ContractId contract, String worker, Instant now, Instant until) {
        Optional<Row> free = session.lockingQuery(columns() + " FROM {work} WHERE contract_id = :contract"
                        + " AND turn_at IS NOT NULL AND (lease_until IS NULL OR lease_until <= :now) FOR UPDATE")
                .bind("contract", contract)
                .bind("now", now)
                .map((row, context) -> row(row, 1))
                .findOne();
        return free.map(row -> {
            long token = token(session);
            takeLocked(session, List.of(row), token, worker, until);
            return row.leased(token, until);
        });
    }

    /** Makes leases last longer, and says which were lost: a lease that is held keeps its token. */
    Set<ContractId> renew(Session session, List<WorkLease> leases, Instant until) {
        Map<Long, List<ContractId>> byToken = leases.stream()
                .collect(Collectors.groupingBy(
                        WorkLease::token, Collectors.mapping(WorkLease::contract, Collectors.toList())));
        int renewed = 0;
        for (Map.Entry<Long, List<ContractId>> together : byToken.entrySet()) {
            renewed += session.update("UPDATE {work} SET lease_until = :until, turn_at = "
                            + TargetColumns.turn(":until", TargetColumns.FIRST_DUE)
                            + " WHERE token = :token AND contract_id IN (<contracts>)")
                    .bindList("contracts", together.getValue())
                    .bind("token", together.getKey())
                    .bind("until", until)
                    .execute();
        }
        return renewed == leases.size() ? Set.of() : lost(session, leases);
    }

    private Set<ContractId> lost(Session session, List<WorkLease> leases) {
        Map<ContractId, Long> tokens = new HashMap<>();
        session.query("SELECT contract_id, token FROM {work} WHERE contract_id IN (<contracts>)")
                .bindList("contracts", leases.stream().map(WorkLease::contract).toList())
                .map((row, context) -> Map.entry(ContractIds.read(dialect, row, 1), row.getLong(2)))
                .forEach(row -> tokens.put(row.getKey(), row.getValue()));
        return leases.stream()
                .filter(lease -> !Long.valueOf(lease.token()).equals(tokens.get(lease.contract())))
                .map(WorkLease::contract)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<WorkLease> inOneStatement(Session session, int max, String worker, Instant now, Instant until) {
        record Leased(long token, Row row) {}
        return session
                .lockingQuery("WITH due AS MATERIALIZED (SELECT contract_id, turn_at" + DUE
                        + " FOR UPDATE SKIP LOCKED), lease AS MATERIALIZED (SELECT nextval('{token}') AS token)"
                        + " UPDATE {work} w SET " + TAKEN.replace(":token", "lease.token")
                        + " FROM due, lease WHERE w.contract_id = due.contract_id"
                        + " RETURNING w.token, w.contract_id, due.turn_at, " + TargetColumns.WORK)
                .bind("now", now)
                .bind("max", max)
                .bind("until", until)
                .bind("worker", worker)
                .map((row, context) -> new Leased(row.getLong(1), row(row, 2)))
                .stream()
                .sorted(Comparator.comparing(Leased::row, Row.LONGEST_DUE_FIRST))
                .map(leased -> leased.row().leased(leased.token(), until))
                .toList();
    }

    private List<WorkLease> lockedFirst(Session session, int max, String worker, Instant now, Instant until) {
        List<Row> rows = rows(session.lockingQuery(columns() + DUE + " FOR UPDATE SKIP LOCKED")
                .bind("now", now)
                .bind("max", max));
        if (rows.isEmpty()) {
            return List.of();
        }
        long token = token(session);
        takeLocked(session, rows, token, worker, until);
        return rows.stream().map(row -> row.leased(token, until)).toList();
    }

    private static void takeLocked(Session session, List<Row> rows, long token, String worker, Instant until) {
        session.update("UPDATE {work} SET " + TAKEN + " WHERE contract_id IN (<contracts>)")
                .bindList("contracts", rows.stream().map(Row::contract).toList())
                .bind("token", token)
                .bind("until", until)
                .bind("worker", worker)
                .execute();
    }

    /**
     * H2 would lock every row that the condition matches, however few are asked for. A row that somebody else took in the
     * meantime has another turn than that which was read.
     */
    private List<WorkLease> oneByOne(Session session, int max, String worker, Instant now, Instant until) {
        List<WorkLease> leases = new ArrayList<>();
        List<Row> rows;
        do {
            rows = rows(session.query(columns() + DUE).bind("now", now).bind("max", max));
            if (!rows.isEmpty()) {
                long token = token(session);
                for (Row row : rows) {
                    int taken = session.update("UPDATE {work} SET " + TAKEN
                                    + " WHERE contract_id = :contract AND turn_at = :turn AND turn_at <= :now")
                            .bind("token", token)
                            .bind("until", until)
                            .bind("worker", worker)
                            .bind("contract", row.contract())
                            .bind("turn", row.turn())
                            .bind("now", now)
                            .execute();
                    if (taken > 0) {
                        leases.add(asTaken(session, row).leased(token, until));
                    }
                }
            }
        } while (leases.isEmpty() && !rows.isEmpty());
        return leases;
    }

    /** Somebody else may have marked the row after it was read and before it was taken. */
    private Row asTaken(Session session, Row row) {
        return session.query("SELECT contract_id, CAST(:turn AS BIGINT), " + TargetColumns.WORK
                        + " FROM {work} WHERE contract_id = :contract")
                .bind("turn", row.turn())
                .bind("contract", row.contract())
                .map((taken, context) -> row(taken, 1))
                .one();
    }

    private static String columns() {
        return "SELECT contract_id, turn_at, " + TargetColumns.WORK;
    }

    private List<Row> rows(Query question) {
        return question.map((row, context) -> row(row, 1)).list();
    }

    private Row row(ResultSet row, int first) throws SQLException {
        return new Row(
                ContractIds.read(dialect, row, first),
                row.getLong(first + 1),
                TargetColumns.read(row, first + 2, NetworkTarget.ACCESS),
                TargetColumns.read(row, first + 2, NetworkTarget.LINE));
    }

    private long token(Session session) {
        return session.query(
                        dialect == Dialect.POSTGRESQL ? "SELECT nextval('{token}')" : "SELECT NEXT VALUE FOR {token}")
                .mapTo(Long.class)
                .one();
    }
}
