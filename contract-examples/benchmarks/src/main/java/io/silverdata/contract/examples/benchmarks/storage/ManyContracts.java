package io.silverdata.contract.examples.benchmarks.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventPage;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import org.postgresql.PGConnection;

/** What is done with all contracts at once: a suspension beside one set-based SQL, the feed beside COPY, and their bytes. */
final class ManyContracts {
    private static final int PAGE = 1_000;

    private final PostgresPeer server;
    private final int count;

    ManyContracts(PostgresPeer server, int count) {
        this.server = server;
        this.count = count;
    }

    void run() throws Exception {
        try (HikariDataSource pool = server.database("many", 16)) {
            Town town = new Town(pool);
            ContractCopies copies = new ContractCopies(pool, 10_000, 64);
            copies.begin();
            copies.add(0, count);
            copies.settle();
            sizes(pool);
            feed(pool, town);
            suspend(pool, town);
        }
    }

    private void sizes(HikariDataSource pool) throws Exception {
        Table table = Table.begin(
                String.format(Locale.ROOT, "Bytes for each of %,d contracts in service (7 events)", count),
                "<table",
                "bytes");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE"
                                + " relkind = 'r' AND relname LIKE 'ct%' ORDER BY 2 DESC")) {
            long all = 0;
            while (rows.next()) {
                all += rows.getLong(2);
                table.row("%s | %,d", rows.getString(1), rows.getLong(2) / count);
            }
            table.row("together | %,d", all / count);
        }
    }

    private void feed(HikariDataSource pool, Town town) throws Exception {
        double numbering = read(town);
        double reading = read(town);
        double copy = copy(pool);
        Table table = Table.begin(
                String.format(Locale.ROOT, "Feed of %,d events", 7 * count), "<", "events a second", "times COPY");
        table.row("COPY TO | %,.0f | 1", copy);
        table.row("first reader, who numbers | %,.0f | %.2f", numbering, numbering / copy);
        table.row("next reader | %,.0f | %.2f", reading, reading / copy);
    }

    private double read(Town town) {
        long begin = System.nanoTime();
        long events = 0;
        EventPage page = town.storage().events().read(EventCursor.START, PAGE);
        while (!page.events().isEmpty()) {
            events += page.events().size();
            page = town.storage().events().read(page.end(), PAGE);
        }
        if (events != 7L * count) {
            throw new IllegalStateException("read " + events + " events");
        }
        return events * 1e9 / (System.nanoTime() - begin);
    }

    private double copy(HikariDataSource pool) throws Exception {
        try (Connection connection = pool.getConnection()) {
            long begin = System.nanoTime();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT contract_id, version, effective_at, recorded_at, actor, cause, correlation_id, type,"
                                    + " payload FROM ct_event ORDER BY feed_position) TO STDOUT",
                            OutputStream.nullOutputStream());
            return rows * 1e9 / (System.nanoTime() - begin);
        }
    }

    private void suspend(HikariDataSource pool, Town town) throws Exception {
        Bulk bulk = town.contracts()
                .runs()
                .bulk(
                        "bench",
                        Selection.live(),
                        (contract, context) -> town.contracts()
                                .suspend(contract, Suspension.of(SuspensionReason.NON_PAYMENT), context),
                        Town.STAFF);
        BulkRun run = bulk.begin().getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        double ours = Timing.perSecond(count, () -> finish(run));
        PostgresPeer.execute(pool, "DELETE FROM ct_work");
        PostgresPeer.execute(pool, "CREATE TABLE held AS SELECT * FROM ct_flag");
        PostgresPeer.execute(pool, "DELETE FROM ct_flag");
        PostgresPeer.settle(pool);
        double peer = Timing.perSecond(count, () -> setBased(pool));
        Table table = Table.begin(
                String.format(Locale.ROOT, "Suspension of %,d contracts", count), "<", "a second", "times SQL");
        table.row("one set-based SQL | %,.0f | 1", peer);
        table.row("ContractRuns.bulk, one thread | %,.0f | %.3f", ours, ours / peer);
    }

    private static void finish(BulkRun run) {
        RunState state;
        do {
            state = run.advance(PAGE, item -> {
                        if (item.refusal().isPresent()) {
                            throw new IllegalStateException(item.refusal().toString());
                        }
                    })
                    .state();
        } while (state == RunState.MORE);
    }

    /** The rows of another such suspension: contract, two events, idempotency key, work, hold. */
    private static void setBased(HikariDataSource pool) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO ct_event (contract_id, version, effective_at, recorded_at, actor, cause, type,"
                            + " payload) SELECT c.contract_id, c.version + v, e.effective_at, e.recorded_at, e.actor, e.cause,"
                            + " e.type, e.payload FROM ct_contract c CROSS JOIN generate_series(1, 2) v JOIN ct_event e ON"
                            + " e.contract_id = c.contract_id AND e.version = c.version - 2 + v");
            statement.execute(
                    "INSERT INTO ct_command (idempotency_key, fingerprint, contract_id, version_before, version_after,"
                            + " recorded_at) SELECT 'again/' || contract_id, fingerprint, contract_id, version_after,"
                            + " version_after + 2, recorded_at FROM ct_command");
            statement.execute(
                    "INSERT INTO ct_work (contract_id, turn_at, access_due_at, line_due_at) SELECT contract_id, 0, 0, 0"
                            + " FROM ct_contract");
            statement.execute("INSERT INTO ct_flag SELECT * FROM held");
            statement.execute(
                    "UPDATE ct_contract SET version = version + 2, status = 'SUSPENDED', snapshot = snapshot || ' '");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
