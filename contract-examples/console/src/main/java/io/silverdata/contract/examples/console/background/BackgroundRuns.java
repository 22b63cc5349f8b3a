package io.silverdata.contract.examples.console.background;

import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Begins runs in the background, on two threads for all of them: an audit that waits for a silent OLT leaves the other thread to the
 * rest. When the application stops, slices in hand are ended, and no other begins.
 */
@Component
public final class BackgroundRuns implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRuns.class);
    private static final int THREADS = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final ScheduledThreadPoolExecutor threads;
    private final Clock clock;

    /** With threads of its own. */
    public BackgroundRuns(Clock clock) {
        this.clock = clock;
        threads = new ScheduledThreadPoolExecutor(THREADS, work -> new Thread(work, "console-run"));
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Begins a run.
     *
     * @param id its identity
     * @param by who begins it
     * @param slice its work
     */
    public BackgroundRun begin(String id, String by, Slice slice) {
        BackgroundRun run = new BackgroundRun(id, by, slice, threads, clock);
        run.begin();
        return run;
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A run in the background did not end its slice within {} s", PATIENCE_SECONDS);
        }
    }
}
