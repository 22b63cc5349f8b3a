package io.silverdata.contract.examples.network;

import io.silverdata.contract.testkit.Peers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL whose processes can be ended without finishing anything, and started again on the same port. What it has committed
 * is with the operating system, which stays: nothing is flushed to the disk.
 */
final class CrashingPostgres implements AutoCloseable {
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    CrashingPostgres(Path folder) {
        data = folder.resolve("postgres");
        server = start(data, 0);
        port = server.getPort();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** What {@code pg_ctl restart -m immediate} does: SIGQUIT to the first of its processes, and a start on what is there. */
    void crash() {
        try {
            long postmaster = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
            process.onExit().join();
            // lets go of the lock on the folder
            server.close();
            server = start(data, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
