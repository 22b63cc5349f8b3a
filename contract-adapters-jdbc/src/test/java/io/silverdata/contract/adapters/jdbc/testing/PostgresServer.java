package io.silverdata.contract.adapters.jdbc.testing;

import io.silverdata.contract.testkit.Peers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of its own for the tests of one run. Commits are not flushed: these tests are about what transactions see,
 * not about what survives.
 */
public final class PostgresServer {
    private static @Nullable PostgresServer shared;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = new PostgresServer(start());
        }
        return shared;
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("hba_file", passwords().toString())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("max_prepared_transactions", "20")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException | RuntimeException failed) {
            throw Peers.missing("PostgreSQL (" + failed.getMessage() + ")", "run the tests on linux-amd64");
        }
    }

    /** Everybody is trusted but the user {@code shop}, who has to give a password. */
    private static Path passwords() throws IOException {
        Path file = Files.createTempFile("contract", ".hba");
        file.toFile().deleteOnExit();
        return Files.writeString(
                file, "host all shop all scram-sha-256\nhost all all all trust\nlocal all all trust\n");
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL did not stop", failed);
        }
    }
}
