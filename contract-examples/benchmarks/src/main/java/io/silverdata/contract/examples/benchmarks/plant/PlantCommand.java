package io.silverdata.contract.examples.benchmarks.plant;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The plant through the library beside COPY and SQL that was written by hand for the same tables. See docs/plant.md. */
@Command(
        name = "plant",
        description = "Installing a plant beside COPY of the same rows, and its screens beside SQL written by hand.")
public final class PlantCommand implements Callable<Integer> {
    private static final int WARM_UP = 100;

    @Option(
            names = "--pon-ports",
            paramLabel = "N",
            description = "How many PON ports, with a splitter of 100 outputs each. Default: ${DEFAULT-VALUE}.")
    private int ponPorts = 5_120;

    @Option(
            names = "--installations",
            paramLabel = "N",
            description = "How often the plant is installed. Default: ${DEFAULT-VALUE}.")
    private int installations = 3;

    @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 41;

    @Override
    public Integer call() throws Exception {
        try (PostgresPeer server = new PostgresPeer()) {
            new Installation(server, ponPorts).run(installations);
            try (HikariDataSource pool = server.pool("installed", 2)) {
                sell(pool);
                measure(pool);
            }
        }
        return 0;
    }

    /** Of every hundred outputs forty are in use, five reserved, one is faulty and one blocked. */
    private static void sell(HikariDataSource pool) throws Exception {
        PostgresPeer.execute(
                pool,
                "UPDATE ct_output SET holder = gen_random_uuid(), claim_state = 'IN_USE', seat = output_no"
                        + " WHERE output_no <= 40",
                "UPDATE ct_output SET holder = gen_random_uuid(), claim_state = 'RESERVED', seat = output_no,"
                        + " claim_until = 1893456000000000 WHERE output_no BETWEEN 41 AND 45",
                "UPDATE ct_output SET usability = 'FAULTY' WHERE output_no = 50",
                "UPDATE ct_output SET usability = 'BLOCKED' WHERE output_no = 51");
        PostgresPeer.settle(pool);
    }

    private void measure(HikariDataSource pool) throws Exception {
        JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
        Table table = Table.begin(
                String.format(Locale.ROOT, "Screens of %,d outputs", ponPorts * BigPlant.OUTPUTS),
                "<screen",
                "rows",
                "ours ms",
                "by hand ms",
                "ratio (least–most)",
                "ratio of the least times");
        for (Screen screen : Screen.all(ponPorts)) {
            List<Double> ours = new ArrayList<>();
            List<Double> hands = new ArrayList<>();
            int rows = 0;
            for (int round = -WARM_UP; round < rounds; round++) {
                long begin = System.nanoTime();
                rows = screen.ours().applyAsInt(storage.plantSearch());
                long middle = System.nanoTime();
                int byHand = hand(pool, screen.sql());
                long end = System.nanoTime();
                if (rows != byHand) {
                    throw new IllegalStateException(screen.name() + ": " + rows + " rows, by hand " + byHand);
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
                    screen.name(),
                    rows,
                    our.median(),
                    hand.median(),
                    our.over(hand).spread("%.2f"),
                    our.min() / hand.min());
        }
    }

    /** Reads every column of every row. */
    private static int hand(HikariDataSource pool, String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            int read = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
                read++;
            }
            return read;
        }
    }
}
