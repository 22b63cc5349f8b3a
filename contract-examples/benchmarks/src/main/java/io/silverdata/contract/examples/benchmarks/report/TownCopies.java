package io.silverdata.contract.examples.benchmarks.report;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcReports;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.model.RecordedEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fills a database with copies of a town: the town itself is written and folded by the library, and its rows are then
 * multiplied by the database, with other identities. What comes of it is what writing and folding them one by one would give.
 */
final class TownCopies {
    private static final int CHUNK = 400;
    private static final int MAX_COPIES = 0xC0DE;

    private final HikariDataSource pool;
    private final int copies;

    private TownCopies(HikariDataSource pool, int copies) {
        this.pool = pool;
        this.copies = copies;
    }

    /** Fills empty tables. {@code happened} is what happened in the town, in order. */
    static void fill(
            HikariDataSource pool,
            JdbcStorage storage,
            JdbcReports reports,
            Town town,
            List<RecordedEvent> happened,
            int copies)
            throws SQLException {
        if (copies > MAX_COPIES) {
            throw new IllegalArgumentException("there can be at most " + MAX_COPIES + " copies, not " + copies);
        }
        for (int first = 0; first < happened.size(); first += CHUNK) {
            storage.events().append(happened.subList(first, Math.min(first + CHUNK, happened.size())));
        }
        List<Town.Life> lives = List.copyOf(town.lives());
        for (int first = 0; first < lives.size(); first += CHUNK) {
            List<Town.Life> part = lives.subList(first, Math.min(first + CHUNK, lives.size()));
            storage.unitOfWork()
                    .execute(() -> part.forEach(life -> storage.contracts().save(life.contract(), 0)));
        }
        boolean more = true;
        while (more) {
            more = reports.update(5_000);
        }
        if (copies > 1) {
            new TownCopies(pool, copies).multiply();
        }
        PostgresPeer.settle(pool);
    }

    private void multiply() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL maintenance_work_mem = '512MB'");
            // the town itself is the first of the copies
            statement.execute(String.format(
                    Locale.ROOT,
                    "CREATE TEMP TABLE copy AS SELECT n, CASE n WHEN 0 THEN '%s' ELSE lpad(upper(to_hex(n)), 4, '0') END"
                            + " AS mark FROM generate_series(0, %d) n ORDER BY n",
                    Town.MARK,
                    copies - 1));
            statement.execute("ANALYZE copy");
            // places in the feed and numbers of rows by copies of one event after the other
            multiply(
                    statement,
                    "event",
                    "seq, feed_position, contract_id, version, effective_at, recorded_at, actor, cause, correlation_id,"
                            + " type, payload",
                    "(t.nth - 1) * " + copies + " + n + 1, (t.nth - 1) * " + copies + " + n + 1, "
                            + id("contract_id")
                            + ", version, effective_at, recorded_at, actor, cause, correlation_id, type, "
                            + text("payload"));
            multiply(
                    statement,
                    "contract",
                    "contract_id, version, number, status, due_at, snapshot",
                    id("contract_id") + ", version, " + text("number") + ", status, due_at, " + text("snapshot"));
            multiply(
                    statement,
                    "segment",
                    "contract_id, from_day, to_day, version, holder, plan, plan_version, price, currency, billing_cycle,"
                            + " billable, cause",
                    id("contract_id") + ", from_day, to_day, version, " + text("holder")
                            + ", plan, plan_version, price, currency, billing_cycle, billable, cause");
            multiply(
                    statement,
                    "span",
                    "contract_id, span_no, kind, from_day, to_day, label, took, amount, other_id",
                    id("contract_id") + ", span_no, kind, from_day, to_day, label, took, amount, " + id("other_id"));
            statement.execute(String.format(
                    Locale.ROOT,
                    "UPDATE ct_span_total SET spans = spans * %1$d, amount = amount * %1$d, timed = timed * %1$d,"
                            + " took = took * %1$d",
                    copies));
            statement.execute(
                    "UPDATE ct_latch SET position = position * " + copies + " WHERE name IN ('feed', 'report')");
            statement.execute(
                    "SELECT setval(pg_get_serial_sequence('ct_event', 'seq'), (SELECT MAX(seq) FROM ct_event))");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Indexes are made again afterwards; rows keep the order of the town's, with the copies of each together. */
    private static void multiply(Statement statement, String table, String columns, String values) throws SQLException {
        List<String> constraints = new ArrayList<>();
        List<String> again = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE conrelid = 'ct_" + table + "'::regclass AND contype IN ('p', 'u')")) {
            while (row.next()) {
                constraints.add("ALTER TABLE ct_" + table + " DROP CONSTRAINT " + row.getString(1));
                again.add("ALTER TABLE ct_" + table + " ADD CONSTRAINT " + row.getString(1) + " " + row.getString(2));
            }
        }
        for (String drop : constraints) {
            statement.execute(drop);
        }
        List<String> indexes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'ct_" + table + "'")) {
            while (row.next()) {
                indexes.add("DROP INDEX " + row.getString(1));
                again.add(row.getString(2));
            }
        }
        for (String drop : indexes) {
            statement.execute(drop);
        }
        String order = table.equals("event") ? "feed_position" : "ctid";
        statement.execute("CREATE TEMP TABLE town_" + table + " AS SELECT *, row_number() OVER (ORDER BY " + order
                + ") AS nth FROM ct_" + table + " ORDER BY " + order);
        statement.execute("TRUNCATE ct_" + table);
        statement.execute("INSERT INTO ct_" + table + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + values
                + " FROM town_" + table + " t CROSS JOIN copy");
        statement.execute("DROP TABLE town_" + table);
        for (String create : again) {
            statement.execute(create);
        }
    }

    private static String id(String column) {
        return "(left(" + column + "::text, 32) || lower(mark))::uuid";
    }

    private static String text(String column) {
        return "replace(replace(" + column + ", '" + Town.MARK + "', mark), '" + Town.MARK.toLowerCase(Locale.ROOT)
                + "', lower(mark))";
    }
}
