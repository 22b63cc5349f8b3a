package io.silverdata.contract.adapters.radius.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that runs until it is closed, and what it printed so far. */
final class ForeignProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final Queue<String> printed = new ConcurrentLinkedQueue<>();

    private ForeignProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it, and returns once it prints a line with the text.
     *
     * @throws IllegalStateException when it ends before, or takes too long; the message holds what it printed
     */
    static ForeignProcess start(List<String> command, String ready) {
        try {
            ForeignProcess started = new ForeignProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            started.await(ready);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String ready) {
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(ready, seen), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
        if (!answer(seen)) {
            close();
            throw new IllegalStateException("not ready, it printed:\n" + printed());
        }
    }

    private static boolean answer(CompletableFuture<Boolean> seen) {
        try {
            return seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void read(String ready, CompletableFuture<Boolean> seen) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (line.contains(ready)) {
                    seen.complete(true);
                }
            }
        } catch (IOException e) {
            printed.add(e.toString());
        }
        seen.complete(false);
    }

    String printed() {
        return String.join("\n", printed);
    }

    /** Kills it: none of them has anything to lose, and FreeRADIUS takes two seconds to end by itself. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
