package io.silverdata.contract.examples.benchmarks.plant;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;

/** Installs a plant in ten parts, and copies the same rows into the same tables, with the same indexes, by COPY. */
final class Installation {
    private static final int PARTS = 10;
    private static final Map<String, String> COLUMNS = columns();

    private final PostgresPeer server;
    private final int ponPorts;

    Installation(PostgresPeer server, int ponPorts) {
        this.server = server;
        this.ponPorts = ponPorts;
    }

    /** Leaves the last plant that was installed in the database {@code installed}. */
    void run(int rounds) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        List<Double> growth = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Double> parts = install();
            ours.add(parts.stream().mapToDouble(Double::doubleValue).sum());
            growth.add(parts.get(PARTS - 1) / parts.get(0));
            copies.add(copy());
        }
        Samples our = new Samples(ours);
        Samples copy = new Samples(copies);
        Table.begin(
                        String.format(
                                Locale.ROOT,
                                "%,d PON ports with a splitter each, %,d outputs",
                                ponPorts,
                                ponPorts * BigPlant.OUTPUTS),
                        "ours s",
                        "COPY s",
                        "COPY / ours",
                        "last tenth / first tenth")
                .row(
                        "%s | %s | %s | %s",
                        our.spread("%.2f"),
                        copy.spread("%.2f"),
                        copy.over(our).spread("%.2f"),
                        new Samples(growth).spread("%.2f"));
    }

    private List<Double> install() throws Exception {
        List<Double> seconds = new ArrayList<>();
        try (HikariDataSource pool = server.database("installed", 1)) {
            JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
            for (int part = 0; part < PARTS; part++) {
                long begin = System.nanoTime();
                storage.plant().install(BigPlant.part(ponPorts / PARTS * part, ponPorts / PARTS * (part + 1)));
                seconds.add((System.nanoTime() - begin) / 1e9);
            }
        }
        return seconds;
    }

    private double copy() throws Exception {
        Map<String, Path> files = new LinkedHashMap<>();
        try (HikariDataSource from = server.pool("installed", 1);
                HikariDataSource to = server.database("copied", 1)) {
            for (String table : COLUMNS.keySet()) {
                Path file = Files.createTempFile("contract-bench", ".copy");
                files.put(table, file);
                try (Connection connection = from.getConnection();
                        OutputStream out = Files.newOutputStream(file)) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql(table) + " TO STDOUT", out);
                }
            }
            long begin = System.nanoTime();
            try (Connection connection = to.getConnection()) {
                connection.setAutoCommit(false);
                for (Map.Entry<String, Path> table : files.entrySet()) {
                    try (InputStream in = Files.newInputStream(table.getValue())) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(sql(table.getKey()) + " FROM STDIN", in);
                    }
                }
                connection.commit();
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            for (Path file : files.values()) {
                Files.delete(file);
            }
        }
    }

    private static String sql(String table) {
        return "COPY " + table + " (" + COLUMNS.get(table) + ")";
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("ct_olt", "olt_id, state");
        columns.put(
                "ct_pon_port",
                "pon_port_id, olt_id, frame, slot, port, technologies, subscriber_limit, transmit_power, state");
        columns.put(
                "ct_splitter",
                "splitter_id, name, pon_port_id, outputs, latitude, longitude, cell_y, cell_x, loss, feed, first_seat");
        columns.put("ct_output", "splitter_id, output_no, pon_port_id, usability");
        return columns;
    }
}
