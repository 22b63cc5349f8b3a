package io.silverdata.contract.examples.benchmarks.harness;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.Schema;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A PostgreSQL of the Debian package, with its defaults and thus with {@code fsync} on, and the pgbench beside it. */
public final class PostgresPeer implements AutoCloseable {
    private static final Path PROGRAMS = Path.of(System.getProperty("postgres.bin", "/usr/lib/postgresql/15/bin"));
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Path directory;
    private final int port;
    private final AtEnd end;

    /**
     * Starts it.
     *
     * @param settings as in {@code postgresql.conf}, such as {@code wal_level=minimal}; later ones win
     */
    public PostgresPeer(String... settings) throws IOException {
        directory = Files.createTempDirectory("contract-bench");
        end = new AtEnd(this::stop);
        run(List.of("chown", "postgres", directory.toString()));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        asPostgres(List.of("initdb", "-A", "trust", "-D", data()));
        asPostgres(List.of(
                "pg_ctl",
                "-w",
                "-D",
                data(),
                "-l",
                directory.resolve("log").toString(),
                "-o",
                "-p " + port + " -c unix_socket_directories=" + directory
                        + " -c shared_buffers=1GB -c max_wal_size=8GB -c max_connections=100"
                        + Arrays.stream(settings)
                                .map(setting -> " -c " + setting)
                                .collect(Collectors.joining()),
                "start"));
    }

    /** An empty database with the tables, and a pool of connections to it. */
    public HikariDataSource database(String name, int connections) throws SQLException {
        HikariDataSource pool = empty(name, connections);
        Schema.migrate(pool);
        return pool;
    }

    /** An empty database without tables. */
    public HikariDataSource empty(String name, int connections) throws SQLException {
        try (HikariDataSource home = pool("postgres", 1)) {
            execute(home, "DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name);
        }
        return pool(name, connections);
    }

    /** Where a database is; whoever comes as {@code postgres} is let in. */
    public String url(String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name + "?user=postgres";
    }

    /** Connections to a database that is there. */
    public HikariDataSource pool(String name, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(name));
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** Transactions a second of a script, each client so many. */
    public double pgbench(String database, String script, int clients, int each, String... variables)
            throws IOException {
        Path file = Files.writeString(directory.resolve("script.sql"), script);
        run(List.of("chmod", "a+r", file.toString()));
        List<String> command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-h",
                "localhost",
                "-p",
                "" + port,
                "-f",
                file.toString(),
                "-c",
                "" + clients,
                "-j",
                "" + Math.min(2, clients),
                "-t",
                "" + each));
        for (String variable : variables) {
            command.add("-D");
            command.add(variable);
        }
        command.add(database);
        String said = asPostgres(command);
        Matcher tps = TPS.matcher(said);
        if (!tps.find() || said.contains("aborted")) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(tps.group(1));
    }

    /** Runs statements, each in a transaction of its own. */
    public static void execute(HikariDataSource pool, String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Leaves the tables as the database likes them. */
    public static void settle(HikariDataSource pool) throws SQLException {
        execute(pool, "VACUUM ANALYZE", "CHECKPOINT");
    }

    /** The first column of the first row. */
    public static String text(HikariDataSource pool, String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        end.close();
    }

    private void stop() throws IOException {
        if (Files.exists(Path.of(data(), "postmaster.pid"))) {
            asPostgres(List.of("pg_ctl", "-w", "-D", data(), "-m", "immediate", "stop"));
        }
        run(List.of("rm", "-r", directory.toString()));
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    /** As root the server does not start. */
    private static String asPostgres(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        all.add(PROGRAMS.resolve(command.get(0)).toString());
        all.addAll(command.subList(1, command.size()));
        return run(all);
    }

    private static String run(List<String> command) throws IOException {
        Path output = Files.createTempFile("contract-bench", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.onExit().join().exitValue();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }
}
