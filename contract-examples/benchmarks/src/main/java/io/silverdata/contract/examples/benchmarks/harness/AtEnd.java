package io.silverdata.contract.examples.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a benchmark must not leave behind: stops a server or deletes a folder when it is closed, or else when the process ends, by SIGINT or
 * SIGTERM too. Runs once. Safe for use by several threads.
 */
public final class AtEnd implements AutoCloseable {
    private final Task task;
    private final Thread hook = new Thread(this::runAtExit, "at the end of the benchmark");
    private boolean hasRun;

    /** Stops or deletes something. */
    @FunctionalInterface
    public interface Task {
        /** Does it. */
        void run() throws IOException;
    }

    /** To be called before what the task undoes is begun. */
    public AtEnd(Task task) {
        this.task = task;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() throws IOException {
        once();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends already, and finds that nothing is left to do
        }
    }

    private synchronized void once() throws IOException {
        if (!hasRun) {
            hasRun = true;
            task.run();
        }
    }

    private void runAtExit() {
        try {
            once();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
