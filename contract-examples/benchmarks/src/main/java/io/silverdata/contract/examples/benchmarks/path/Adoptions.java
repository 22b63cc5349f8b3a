package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.examples.benchmarks.harness.AtEnd;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AdoptionItem;
import io.silverdata.contract.runs.KeyedAdoption;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Contracts of another system, adopted with their outputs, ONUs and logins, beside {@code COPY} of the rows that this writes into a database
 * with the same plant and the same indexes.
 */
final class Adoptions {
    private static final int OUTPUTS = 64;
    private static final int ALL_AT_ONCE = 10_000;
    private static final int WARM_UP = 10_000;
    private static final int PLACES = 50_000;
    private static final Instant NOW = ContractFixtures.START.plus(Duration.ofDays(400));
    private static final CommandContext STAFF = CommandContext.by("bench", Trigger.ADMIN);

    private final PostgresPeer server;
    private final int count;

    Adoptions(PostgresPeer server, int count) {
        this.server = server;
        this.count = count;
    }

    void run() throws Exception {
        try (HikariDataSource pool = server.database("warm", 2)) {
            install(pool);
            adopt(contracts(pool), Math.min(count, WARM_UP));
        }
        try (HikariDataSource pool = server.database("adoption", 2);
                HikariDataSource copied = server.database("copied", 2)) {
            install(pool);
            install(copied);
            measure(pool, copied);
        }
    }

    private void measure(HikariDataSource pool, HikariDataSource copied) throws Exception {
        Path folder = Files.createTempDirectory("contract-bench-copy");
        AtEnd end = new AtEnd(() -> delete(folder));
        try {
            List<String> before = rows(pool);
            Contracts contracts = contracts(pool);
            double ours = Timing.perSecond(count, () -> adopt(contracts, count));
            List<String> tables = changed(before, rows(pool));
            List<CopiedTable> written = new ArrayList<>();
            for (String table : tables) {
                written.add(CopiedTable.out(pool, table, folder));
            }
            double copy = Timing.perSecond(count, () -> copyIn(copied, written));
            if (!rows(copied).equals(rows(pool))) {
                throw new IllegalStateException("copied " + rows(copied) + ", adopted " + rows(pool));
            }
            print(tables, ours, copy);
        } finally {
            end.close();
        }
    }

    private void print(List<String> tables, double ours, double copy) {
        Table table = Table.begin(
                String.format(Locale.ROOT, "Adoption of %,d contracts", count), "<", "a second", "times COPY");
        table.row("COPY of the rows of %s | %,.0f | 1", String.join(", ", tables), copy);
        table.row("ContractRuns.adopt, one thread | %,.0f | %.3f", ours, ours / copy);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void install(HikariDataSource pool) {
        JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
        int splitters = (count + OUTPUTS - 1) / OUTPUTS;
        storage.plant()
                .install(new PlantLayout(
                        List.of(ContractFixtures.olt(1)),
                        IntStream.range(0, splitters)
                                .mapToObj(n -> ContractFixtures.ponPort(n, OUTPUTS))
                                .toList(),
                        IntStream.range(0, splitters)
                                .mapToObj(n -> ContractFixtures.splitter(n, n, OUTPUTS))
                                .toList()));
    }

    private static Contracts contracts(HikariDataSource pool) {
        return Contracts.builder()
                .storage(JdbcStorage.builder().dataSource(pool).build())
                .customers(customer -> true)
                .plans(new InMemoryPlans().put(ContractFixtures.plan()))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .clock(new SettableClock(NOW))
                .zone(ContractFixtures.ZONE)
                .build();
    }

    private static void adopt(Contracts contracts, int last) {
        for (int begin = 0; begin < last; begin += ALL_AT_ONCE) {
            List<KeyedAdoption> some = IntStream.range(begin, Math.min(last, begin + ALL_AT_ONCE))
                    .mapToObj(Adoptions::adoption)
                    .toList();
            for (AdoptionItem item : contracts.runs().adopt(some, STAFF)) {
                if (item.result().isEmpty()) {
                    throw new IllegalStateException(item.toString());
                }
            }
        }
    }

    private static KeyedAdoption adoption(int n) {
        NewContract terms = NewContract.of(
                        ContractFixtures.customer(n),
                        ContractFixtures.plan().id(),
                        ContractFixtures.address(n % PLACES))
                .numbered(ContractFixtures.contractNumber(n));
        Instant activated = ContractFixtures.START;
        Adoption adoption = Adoption.of(
                        terms,
                        activated,
                        LocalDate.ofInstant(NOW, ContractFixtures.ZONE),
                        ContractFixtures.onu(n),
                        ContractFixtures.radiusUser(n))
                .at(ContractFixtures.output(n / OUTPUTS, 1 + n % OUTPUTS));
        return new KeyedAdoption(new IdempotencyKey("old/" + n), adoption);
    }

    /** Each table with its number of rows, and of those of outputs that are in use. */
    private static List<String> rows(HikariDataSource pool) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'ct\\_%' ORDER BY relname")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            List<String> counted = new ArrayList<>();
            for (String table : tables) {
                String where = table.equals(CopiedTable.OUTPUTS) ? " WHERE holder IS NOT NULL" : "";
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table + where)) {
                    row.next();
                    counted.add(table + " " + row.getLong(1));
                }
            }
            return counted;
        }
    }

    private static List<String> changed(List<String> before, List<String> after) {
        return after.stream()
                .filter(table -> !before.contains(table))
                .map(table -> table.substring(0, table.indexOf(' ')))
                .toList();
    }

    private static void copyIn(HikariDataSource pool, List<CopiedTable> tables) throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (CopiedTable table : tables) {
                table.in(connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** The rows that adoption wrote to a table, in a file. Those of outputs were there before, and are updated. */
    private record CopiedTable(String name, Path file) {
        static final String OUTPUTS = "ct_output";

        static CopiedTable out(HikariDataSource pool, String table, Path folder) throws Exception {
            Path file = folder.resolve(table);
            try (Connection connection = pool.getConnection();
                    OutputStream out = Files.newOutputStream(file)) {
                String used = table.equals(OUTPUTS) ? " WHERE holder IS NOT NULL" : "";
                manager(connection).copyOut("COPY (SELECT * FROM " + table + used + ") TO STDOUT", out);
            }
            return new CopiedTable(table, file);
        }

        void in(Connection connection) throws Exception {
            try (InputStream rows = Files.newInputStream(file);
                    Statement statement = connection.createStatement()) {
                if (!name.equals(OUTPUTS)) {
                    manager(connection).copyIn("COPY " + name + " FROM STDIN", rows);
                    return;
                }
                statement.execute("CREATE TEMPORARY TABLE used (LIKE " + name + ") ON COMMIT DROP");
                manager(connection).copyIn("COPY used FROM STDIN", rows);
                statement.execute("ANALYZE used");
                statement.execute(
                        "UPDATE " + name + " o SET holder = u.holder, claim_state = u.claim_state, claim_until ="
                                + " u.claim_until, seat = u.seat FROM used u WHERE o.splitter_id = u.splitter_id AND o.output_no ="
                                + " u.output_no");
            }
        }

        private static CopyManager manager(Connection connection) throws Exception {
            return connection.unwrap(PGConnection.class).getCopyAPI();
        }
    }
}
