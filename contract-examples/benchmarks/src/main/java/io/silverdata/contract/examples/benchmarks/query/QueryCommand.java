package io.silverdata.contract.examples.benchmarks.query;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Queries through the library beside SQL that was written by hand for the same tables. See docs/queries.md. */
@Command(name = "query", description = "Pages, counts and facets of queries beside SQL that was written by hand.")
public final class QueryCommand implements Callable<Integer> {
    private static final int WARM_UP = 12;

    @Option(
            names = "--contracts",
            split = ",",
            paramLabel = "N",
            description = "How many contracts, one database each. Default: ${DEFAULT-VALUE}.")
    private List<Integer> contracts = List.of(10_000, 1_000_000);

    @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 21;

    @Override
    public Integer call() throws Exception {
        Map<String, List<Double>> growth = new LinkedHashMap<>();
        try (PostgresPeer server = new PostgresPeer()) {
            for (int count : contracts) {
                try (HikariDataSource pool = server.database("query", 2)) {
                    SearchTown.fill(pool, count);
                    sizes(pool, count);
                    measure(pool, count, growth);
                }
            }
        }
        Table table = Table.begin("Least time of ours, times that at the smallest database", "<query", "times");
        growth.forEach((name, times) -> table.row(
                "%s | %s",
                name,
                times.stream()
                        .map(time -> String.format(Locale.ROOT, "%.2f", time / times.get(0)))
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("")));
        return 0;
    }

    private static void sizes(HikariDataSource pool, int count) throws Exception {
        Table table =
                Table.begin(String.format(Locale.ROOT, "Bytes for each of %,d contracts", count), "<table", "bytes");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT relname, pg_relation_size(oid) FROM pg_class WHERE relkind IN ('r', 'i') AND relname ~"
                                + " '^ct_(agreement|service|flag|contract_sync)' ORDER BY 1")) {
            while (rows.next()) {
                table.row("%s | %,d", rows.getString(1), rows.getLong(2) / count);
            }
        }
    }

    private void measure(HikariDataSource pool, int count, Map<String, List<Double>> growth) throws Exception {
        JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
        Table table = Table.begin(
                String.format(Locale.ROOT, "%,d contracts, pages of 50", count),
                "<query",
                "rows",
                "ours ms",
                "by hand ms",
                "ratio (least–most)",
                "ratio of the least times");
        for (Question question : Question.all(count)) {
            List<Double> ours = new ArrayList<>();
            List<Double> hands = new ArrayList<>();
            long rows = 0;
            for (int round = -WARM_UP; round < rounds; round++) {
                long begin = System.nanoTime();
                rows = question.ours().applyAsLong(storage.search());
                long middle = System.nanoTime();
                long byHand = hand(pool, question.sql());
                long end = System.nanoTime();
                if (rows != byHand) {
                    throw new IllegalStateException(question.name() + ": " + rows + " rows, by hand " + byHand);
                }
                if (round >= 0) {
                    ours.add((middle - begin) / 1e6);
                    hands.add((end - middle) / 1e6);
                }
            }
            Samples our = new Samples(ours);
            Samples hand = new Samples(hands);
            table.row(
                    "%s | %,d | %.2f | %.2f | %s | %.2f",
                    question.name(),
                    rows,
                    our.median(),
                    hand.median(),
                    our.over(hand).spread("%.2f"),
                    our.min() / hand.min());
            growth.computeIfAbsent(question.name(), first -> new ArrayList<>()).add(our.min());
        }
    }

    /** Reads every column; a single number is the number of rows itself. */
    private static long hand(HikariDataSource pool, String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            long read = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
                read += columns == 1 ? rows.getLong(1) : 1;
            }
            return read;
        }
    }
}
