package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkSettlement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ends leases. The rows are locked in one statement, which says what leases were lost; what is written goes with the other writes of the
 * unit of work.
 */
final class WorkSettling {
    private static final String COLUMNS = "(contract_id, turn_at, access_due_at, access_attempts, access_problem,"
            + " access_held_at, line_due_at, line_attempts, line_problem, line_held_at)";
    private static final String VALUES = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final List<String> SETTLED = List.of(
            "turn_at",
            "access_due_at",
            "access_attempts",
            "access_problem",
            "access_held_at",
            "line_due_at",
            "line_attempts",
            "line_problem",
            "line_held_at");

    private final Dialect dialect;
    private final String lock;
    private final WriteTemplate removing;
    private final WriteTemplate keeping;

    /** What a leased row has besides that which the worker knows. */
    private record Leased(ContractId contract, long token, Optional<Long> accessMarked, Optional<Long> lineMarked) {
        boolean isMarked() {
            return accessMarked.isPresent() || lineMarked.isPresent();
        }

        Set<NetworkTarget> marked() {
            Set<NetworkTarget> marked = EnumSet.noneOf(NetworkTarget.class);
            accessMarked.ifPresent(at -> marked.add(NetworkTarget.ACCESS));
            lineMarked.ifPresent(at -> marked.add(NetworkTarget.LINE));
            return marked;
        }
    }

    WorkSettling(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        // In one order for all, so that no two wait for each other. MariaDB would wait at each row of a table that it
        // thinks is small.
        lock = "SELECT contract_id, token, access_marked_at, line_marked_at FROM {work}"
                + (dialect == Dialect.MARIADB ? " FORCE INDEX (PRIMARY)" : "")
                + " WHERE contract_id IN (<contracts>) ORDER BY contract_id FOR UPDATE";
        removing = WriteTemplate.rows(names, "work", "DELETE FROM {work} WHERE contract_id IN (", "?", ")");
        keeping = keeping(dialect, names);
    }

    SettledWork settle(Session session, List<WorkSettlement> settlements) {
        Map<ContractId, Leased> leased = locked(session, settlements);
        Set<ContractId> lost = new HashSet<>();
        Map<ContractId, Set<NetworkTarget>> marked = new HashMap<>();
        for (WorkSettlement settlement : settlements) {
            ContractId contract = settlement.lease().contract();
            // removed, so that a second settlement of the same lease finds it lost
            @Nullable Leased row = leased.remove(contract);
            if (row == null || row.token() != settlement.lease().token()) {
                lost.add(contract);
                continue;
            }
            if (row.isMarked()) {
                marked.put(contract, row.marked());
            }
            if (isOver(settlement) && !row.isMarked()) {
                session.defer(write(removing, contract, ContractIds.bound(dialect, contract)));
            } else {
                session.defer(kept(settlement, row));
            }
        }
        return new SettledWork(lost, marked);
    }

    private Map<ContractId, Leased> locked(Session session, List<WorkSettlement> settlements) {
        Map<ContractId, Leased> rows = new HashMap<>();
        session.lockingQuery(lock)
                .bindList(
                        "contracts",
                        settlements.stream()
                                .map(settlement -> settlement.lease().contract())
                                .toList())
                .map((row, context) -> new Leased(
                        ContractIds.read(dialect, row, 1),
                        row.getLong(2),
                        TargetColumns.micros(row, 3),
                        TargetColumns.micros(row, 4)))
                .forEach(row -> rows.put(row.contract(), row));
        return rows;
    }

    private static boolean isOver(WorkSettlement settlement) {
        return settlement.access().isOver() && settlement.line().isOver();
    }

    private DeferredWrite kept(WorkSettlement settlement, Leased row) {
        TargetWork access = settlement.access();
        TargetWork line = settlement.line();
        Optional<Long> turn = Stream.of(
                        row.accessMarked().or(() -> access.dueAt().map(Micros::of)),
                        row.lineMarked().or(() -> line.dueAt().map(Micros::of)))
                .flatMap(Optional::stream)
                .min(Long::compare);
        return write(
                keeping,
                row.contract(),
                ContractIds.bound(dialect, row.contract()),
                turn.orElse(null),
                access.dueAt().map(Micros::of).orElse(null),
                access.attempts(),
                access.problem().orElse(null),
                access.heldAt(),
                line.dueAt().map(Micros::of).orElse(null),
                line.attempts(),
                line.problem().orElse(null),
                line.heldAt());
    }

    private static DeferredWrite write(WriteTemplate template, ContractId contract, @Nullable Object... values) {
        return DeferredWrite.of(
                template, contract, Kind.SERIALIZATION, "settling the work of contract " + contract, values);
    }

    /** The row is there and locked: what would add it changes it. */
    private static WriteTemplate keeping(Dialect dialect, TableNames names) {
        return switch (dialect) {
            case H2 ->
                WriteTemplate.rows(
                        names,
                        "work",
                        "MERGE INTO {work} w USING (VALUES ",
                        "(CAST(? AS UUID), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS INTEGER), CAST(? AS VARCHAR),"
                                + " CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS INTEGER), CAST(? AS VARCHAR),"
                                + " CAST(? AS BIGINT))",
                        ") n " + COLUMNS + " ON w.contract_id = n.contract_id WHEN MATCHED THEN UPDATE SET "
                                + settled("n.%s"));
            case POSTGRESQL ->
                WriteTemplate.rows(
                        names,
                        "work",
                        "INSERT INTO {work} " + COLUMNS + " VALUES ",
                        VALUES,
                        " ON CONFLICT (contract_id) DO UPDATE SET " + settled("EXCLUDED.%s"));
            case MARIADB ->
                WriteTemplate.rows(
                        names,
                        "work",
                        "INSERT INTO {work} " + COLUMNS + " VALUES ",
                        VALUES,
                        " ON DUPLICATE KEY UPDATE " + settled("VALUES(%s)"));
        };
    }

    /** What was marked meanwhile stays marked. */
    private static String settled(String value) {
        StringBuilder changes = new StringBuilder();
        SETTLED.forEach(column -> changes.append(column)
                .append(" = ")
                .append(value.formatted(column))
                .append(", "));
        return changes + "token = NULL, lease_until = NULL, worker = NULL";
    }
}
