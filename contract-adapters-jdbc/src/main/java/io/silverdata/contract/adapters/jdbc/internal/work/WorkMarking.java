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
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks targets of contracts. */
final class WorkMarking {
    private final Dialect dialect;
    private final WriteTemplate template;

    WorkMarking(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        template = WriteTemplate.rows(names, "work", head(dialect), row(dialect), tail(dialect));
    }

    DeferredWrite mark(ContractId contract, Set<NetworkTarget> targets, Instant dueAt) {
        return DeferredWrite.of(
                        template,
                        contract,
                        Kind.SERIALIZATION,
                        "marking contract " + contract,
                        ContractIds.bound(dialect, contract),
                        Micros.of(dueAt),
                        mark(targets, NetworkTarget.ACCESS, dueAt),
                        mark(targets, NetworkTarget.LINE, dueAt))
                .meaning("work_pk", Kind.SERIALIZATION);
    }

    /** Marks what is held before a revision. */
    long wake(Session session, long revision, Instant dueAt) {
        return session.update("UPDATE {work} SET " + TargetColumns.WAKE
                        + " WHERE (access_held_at > 0 AND access_held_at < :revision AND access_marked_at IS NULL)"
                        + " OR (line_held_at > 0 AND line_held_at < :revision AND line_marked_at IS NULL)")
                .bind("revision", revision)
                .bind("due", dueAt)
                .execute();
    }

    private static @Nullable Long mark(Set<NetworkTarget> targets, NetworkTarget target, Instant dueAt) {
        return targets.contains(target) ? Micros.of(dueAt) : null;
    }

    private static String head(Dialect dialect) {
        return dialect == Dialect.H2
                ? "MERGE INTO {work} w USING (VALUES "
                : "INSERT INTO {work}" + (dialect == Dialect.POSTGRESQL ? " AS w" : "")
                        + " (contract_id, turn_at, access_marked_at, line_marked_at) VALUES ";
    }

    private static String row(Dialect dialect) {
        return dialect == Dialect.H2
                ? "(CAST(? AS UUID), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))"
                : "(?, ?, ?, ?)";
    }

    private static String tail(Dialect dialect) {
        return switch (dialect) {
            case H2 ->
                ") n (contract_id, turn_at, access_marked_at, line_marked_at) ON w.contract_id = n.contract_id"
                        + " WHEN MATCHED THEN UPDATE SET " + marked("w.%s", "n.%s")
                        + " WHEN NOT MATCHED THEN INSERT (contract_id, turn_at, access_marked_at, line_marked_at)"
                        + " VALUES (n.contract_id, n.turn_at, n.access_marked_at, n.line_marked_at)";
            case POSTGRESQL -> " ON CONFLICT (contract_id) DO UPDATE SET " + marked("w.%s", "EXCLUDED.%s");
            case MARIADB -> " ON DUPLICATE KEY UPDATE " + marked("%s", "VALUES(%s)");
        };
    }

    /** MariaDB assigns from left to right: the turn, which reads the marks as they were, comes first. */
    private static String marked(String old, String added) {
        return "turn_at = "
                + TargetColumns.turn(
                        old.formatted("lease_until"),
                        TargetColumns.earliest(due(old, added, "access"), due(old, added, "line")))
                + ", access_marked_at = " + latest(old, added, "access") + ", line_marked_at = "
                + latest(old, added, "line");
    }

    private static String due(String old, String added, String target) {
        return "COALESCE(" + added.formatted(target + "_marked_at") + ", " + old.formatted(target + "_marked_at") + ", "
                + old.formatted(target + "_due_at") + ")";
    }

    private static String latest(String old, String added, String target) {
        String column = target + "_marked_at";
        return "COALESCE(" + added.formatted(column) + ", " + old.formatted(column) + ")";
    }
}
