package io.silverdata.contract.adapters.jdbc.testing;

import io.silverdata.contract.testkit.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A pgbouncer before the shared PostgreSQL, with fewer server connections than the tests have connections to it. */
public final class PgBouncer implements AutoCloseable {
    private static final int SERVER_CONNECTIONS = 3;
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final Path configuration;
    private final int port;

    private PgBouncer(Process process, Path configuration, int port) {
        this.process = process;
        this.configuration = configuration;
        this.port = port;
    }

    /** Starts one. {@code poolMode} is {@code transaction} or {@code session}. */
    public static PgBouncer start(String poolMode) {
        Path program = Peers.require("pgbouncer", "pgbouncer");
        try {
            int port = freePort();
            Path configuration = Files.createTempFile("pgbouncer", ".ini");
            Files.writeString(configuration, configuration(poolMode, port));
            // it refuses to run as root
            List<String> command = new ArrayList<>(List.of(program.toString(), configuration.toString()));
            if ("root".equals(System.getProperty("user.name"))) {
                command.addAll(1, List.of("-u", "nobody"));
                readable(configuration);
            }
            PgBouncer started = new PgBouncer(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), configuration, port);
            started.awaitUp();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String configuration(String poolMode, int port) {
        URI server = URI.create(PostgresServer.shared().url().substring("jdbc:".length()));
        return """
                [databases]
                postgres = host=127.0.0.1 port=%d dbname=postgres user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.getPort(), port, poolMode, SERVER_CONNECTIONS);
    }

    private static void readable(Path configuration) {
        if (!configuration.toFile().setReadable(true, false)) {
            throw new IllegalStateException(configuration + " cannot be made readable");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void awaitUp() throws IOException {
        StringBuilder printed = new StringBuilder();
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            printed.append(line).append('\n');
            if (line.contains("process up")) {
                drain(log);
                return;
            }
        }
        throw new IllegalStateException("pgbouncer did not start:\n" + printed);
    }

    /** A full pipe would stop it. */
    private static void drain(BufferedReader log) {
        Thread reader = new Thread(
                () -> {
                    try {
                        while (log.readLine() != null) {}
                    } catch (IOException stopped) {
                        // it has ended
                    }
                },
                "pgbouncer-log");
        reader.setDaemon(true);
        reader.start();
    }

    /** Of the JDBC driver, with its defaults. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(configuration);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
