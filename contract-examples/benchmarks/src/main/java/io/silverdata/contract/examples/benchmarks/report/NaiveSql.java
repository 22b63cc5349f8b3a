package io.silverdata.contract.examples.benchmarks.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The figures as somebody would ask the event log of PostgreSQL for them, without regard to backdating. */
enum NaiveSql {
    /** Base, and contracts of it that ended for a reason that counts. */
    CHURN("""
            SELECT (SELECT COUNT(*) FROM ct_event WHERE type = 'ContractActivated' AND effective_at < ?)
                 - (SELECT COUNT(*) FROM ct_event WHERE type = 'ContractCancelled' AND effective_at < ?
                    AND payload::json ->> 'neverActive' = 'false'),
              (SELECT COUNT(*) FROM ct_event c JOIN ct_event a ON a.contract_id = c.contract_id
                AND a.type = 'ContractActivated' AND a.effective_at < ?
               WHERE c.type = 'ContractCancelled' AND c.effective_at >= ? AND c.effective_at < ?
                AND c.payload::json -> 'reason' ->> 'churn' = 'true')
            """, "aaaab"),
    /** Mean and percentiles from draft to first confirmation. */
    MTTP("""
            SELECT AVG(s.effective_at - d.effective_at),
              percentile_disc(ARRAY[0.5, 0.8, 0.9]) WITHIN GROUP (ORDER BY s.effective_at - d.effective_at)
            FROM ct_event s JOIN ct_event d ON d.contract_id = s.contract_id AND d.version = 1
            WHERE s.type = 'ServiceConfirmed' AND s.effective_at >= ? AND s.effective_at < ?
            """, "ab"),
    /** Reconnections, and contracts with several. */
    RECONNECTIONS("""
            SELECT SUM(times), COUNT(*) FILTER (WHERE times > 1) FROM (
              SELECT contract_id, COUNT(*) AS times FROM ct_event
              WHERE type = 'ContractReconnected' AND effective_at >= ? AND effective_at < ?
               AND payload::json ->> 'reconnection' = 'true' GROUP BY contract_id) r
            """, "ab"),
    /** Cuts for debt, and those lifted within 30 days. */
    CUTS("""
            SELECT COUNT(DISTINCT p.contract_id), COUNT(DISTINCT l.contract_id) FROM ct_event p
            LEFT JOIN ct_event l ON l.contract_id = p.contract_id AND l.type = 'HoldLifted' AND l.version > p.version
             AND l.effective_at < p.effective_at + 2592000000000
            WHERE p.type = 'HoldPlaced' AND p.effective_at >= ? AND p.effective_at < ?
             AND p.payload LIKE '%NON_PAYMENT%'
            """, "ab"),
    /** Contracts that ended, and those of them that somebody came back to within 30 days. */
    WON_BACK("""
            SELECT COUNT(DISTINCT c.contract_id), COUNT(DISTINCT a.contract_id) FROM ct_event c
            LEFT JOIN ct_event d ON d.type = 'ContractDrafted'
             AND d.payload::json ->> 'predecessor' = c.contract_id::text
            LEFT JOIN ct_event a ON a.contract_id = d.contract_id AND a.type = 'ContractActivated'
             AND a.effective_at < c.effective_at + 2592000000000
            WHERE c.type = 'ContractCancelled' AND c.effective_at >= ? AND c.effective_at < ?
             AND c.payload::json ->> 'neverActive' = 'false'
            """, "ab"),
    /** Orders that wait for their service when the month ends, and those of them that wait for longer than 30 days. */
    OPEN("""
            SELECT COUNT(*), COUNT(*) FILTER (WHERE d.effective_at < b.at - 2592000000000)
            FROM (SELECT ?::bigint AS at) b JOIN ct_event d ON d.version = 1 AND d.effective_at < b.at
            WHERE NOT EXISTS (SELECT 1 FROM ct_event x WHERE x.contract_id = d.contract_id
              AND x.type IN ('ServiceConfirmed', 'ContractCancelled') AND x.effective_at < b.at)
            """, "b"),
    /** Prices of the contracts that were live when the month began, and of those of them that left. */
    REVENUE("""
            SELECT SUM(price), SUM(price) FILTER (WHERE lost) FROM (
              SELECT c.effective_at < ? AND c.payload::json -> 'reason' ->> 'churn' = 'true' AS lost, split_part((
                 SELECT COALESCE(p.payload::json -> 'to', p.payload::json -> 'plan') ->> 'price' FROM ct_event p
                 WHERE p.contract_id = a.contract_id AND p.type IN ('ContractDrafted', 'PlanChanged')
                  AND p.effective_at < ? ORDER BY p.version DESC LIMIT 1), ' ', 1)::numeric AS price
              FROM ct_event a LEFT JOIN ct_event c ON c.contract_id = a.contract_id AND c.type = 'ContractCancelled'
              WHERE a.type = 'ContractActivated' AND a.effective_at < ?
               AND (c.effective_at IS NULL OR c.effective_at >= ?)) live
            """, "baaa"),
    /** Ports set aside, and reservations that ended by themselves. */
    RESERVATIONS("""
            SELECT COUNT(*) FILTER (WHERE type = 'PortsReserved'), COUNT(*) FILTER (WHERE type = 'ReservationExpired')
            FROM ct_event WHERE type IN ('PortsReserved', 'ReservationExpired') AND effective_at >= ? AND effective_at < ?
            """, "ab"),
    /** Outputs of live contracts when the month ends, and those of ended ones that are not removed yet. */
    PORTS("""
            SELECT COUNT(*) FILTER (WHERE c.contract_id IS NULL), COUNT(*) FILTER (WHERE c.contract_id IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM ct_event r WHERE r.contract_id = a.contract_id
               AND r.type = 'PortsReleased' AND r.effective_at < b.at))
            FROM (SELECT ?::bigint AS at) b JOIN ct_event a ON a.type = 'ContractActivated' AND a.effective_at < b.at
            LEFT JOIN ct_event c ON c.contract_id = a.contract_id AND c.type = 'ContractCancelled'
             AND c.effective_at < b.at
            """, "b"),
    /** Drift that was repaired, and how long it lasted on average. */
    DRIFT("""
            SELECT COUNT(*), AVG(r.effective_at - d.effective_at) FROM ct_event r JOIN LATERAL (
              SELECT d.effective_at FROM ct_event d WHERE d.contract_id = r.contract_id AND d.type = 'DriftDetected'
               AND d.version < r.version ORDER BY d.version DESC LIMIT 1) d ON TRUE
            WHERE r.type = 'DriftRepaired' AND r.effective_at >= ? AND r.effective_at < ?
            """, "ab");

    private final String sql;
    private final String bounds;

    NaiveSql(String sql, String bounds) {
        this.sql = sql;
        this.bounds = bounds;
    }

    String run(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < bounds.length(); i++) {
                statement.setLong(i + 1, bounds.charAt(i) == 'a' ? from : to);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1) + ", " + row.getString(2);
            }
        }
    }
}
