package io.silverdata.contract.examples.storm;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A worker in a process of its own, which says when it has ended a round. What it says is read at once, so that it never waits. */
final class StormWorkerProcess {
    private final Process process;
    private final Semaphore rounds = new Semaphore(0);
    private volatile boolean hasEnded;

    private StormWorkerProcess(Process process) {
        this.process = process;
    }

    static StormWorkerProcess start(Class<?> main, String name, StormHost.Addresses addresses) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                name));
        command.addAll(addresses.arguments());
        StormWorkerProcess worker = new StormWorkerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        Thread reader = new Thread(worker::read, name + " says");
        reader.setDaemon(true);
        reader.start();
        return worker;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (lines.readLine() != null) {
                rounds.release();
            }
        } catch (IOException killed) {
            // it says no more
        } finally {
            hasEnded = true;
            rounds.release();
        }
    }

    /** Waits for the end of a round that had not ended yet. */
    void awaitRound() {
        rounds.drainPermits();
        if (!hasEnded) {
            rounds.acquireUninterruptibly();
        }
        if (hasEnded) {
            throw new IllegalStateException("a worker has ended by itself");
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
