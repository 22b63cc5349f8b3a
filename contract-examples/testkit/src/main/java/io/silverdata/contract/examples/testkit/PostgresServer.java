package io.silverdata.contract.examples.testkit;

import io.silverdata.contract.testkit.Peers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL of a test's own, with an empty database in a folder of the test. It can crash and come back on the same port: what
 * it committed is with the operating system, which stays, so nothing is flushed to the disk. Where it cannot start, the test is
 * skipped, or fails in CI.
 */
public final class PostgresServer implements AutoCloseable {
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    /**
     * Starts it on a free port.
     *
     * @param folder of the test; the server keeps its data in it
     */
    public PostgresServer(Path folder) {
        data = folder.resolve("postgres");
        server = start(data, 0);
        port = server.getPort();
    }

    /** The database, with the user in it. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** What {@code pg_ctl restart -m immediate} does: SIGQUIT to the postmaster, and a start on what is there. */
    public void crash() {
        try {
            String postmaster =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            ProcessHandle process = ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", postmaster)
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
            process.onExit().join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        close(); // lets go of the lock on the folder
        server = start(data, port);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres start(Path data, int port) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "on");
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException | RuntimeException failed) {
            throw Peers.missing("PostgreSQL (" + failed.getMessage() + ")", "run the tests on linux-amd64");
        }
    }
}
