package io.silverdata.contract.adapters.olt.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A server of someone else's, from the line in its output that says that it listens until {@link #close()}.
 *
 * <p>A free port cannot be held for another process: between reserving and binding someone may take it. Then the server
 * gives up, and {@link #startOnFreePort} tries another port.
 */
final class ForeignProcess implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final long SECONDS_TO_START = 60;
    private static final long SECONDS_TO_END = 10;

    private final Process process;
    private final int port;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private ForeignProcess(Process process, int port, String readyLine) {
        this.process = process;
        this.port = port;
        Thread reader = new Thread(() -> read(readyLine), "output-of-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a server.
     *
     * @param command the command line for a port of 127.0.0.1
     * @param readyLine part of the line that the server writes once it listens
     * @throws IllegalStateException with the server's own words if it does not come up
     */
    static ForeignProcess startOnFreePort(
            Function<Integer, List<String>> command,
            Map<String, String> environment,
            Path directory,
            String readyLine) {
        IllegalStateException last = new IllegalStateException("not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            ForeignProcess started =
                    new ForeignProcess(launch(command.apply(port), environment, directory), port, readyLine);
            try {
                started.awaitReady();
                return started;
            } catch (IllegalStateException e) {
                started.close();
                last = e;
            }
        }
        throw last;
    }

    int port() {
        return port;
    }

    /** What the server has written up to now. */
    String output() {
        return String.join("\n", output);
    }

    /** Ends the server, and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        try {
            ready.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not started: " + process.info().commandLine() + "\n" + output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void read(String readyLine) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (line.contains(readyLine)) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        ready.completeExceptionally(new IllegalStateException("ended"));
    }

    private static Process launch(List<String> command, Map<String, String> environment, Path directory) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
