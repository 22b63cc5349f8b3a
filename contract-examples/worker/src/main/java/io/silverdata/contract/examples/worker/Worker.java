package io.silverdata.contract.examples.worker;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.spi.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that deliver what is due, one that also runs scheduled changes and expires holds and reservations. Stops after the calls in hand. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    // so few that a call, and with it a stop, ends soon
    private static final int DELIVERIES = 16;
    private static final int DUE = 100;

    private final Contracts contracts;
    private final Duration idle;
    private final Runnable eachRound;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /**
     * A worker that has not begun.
     *
     * @param count of threads, 1 or more
     * @param idle how long a thread waits when nothing is due
     * @param eachRound done by one thread after each of its rounds
     */
    Worker(Contracts contracts, int count, Duration idle, Runnable eachRound) {
        this.contracts = contracts;
        this.idle = idle;
        this.eachRound = eachRound;
        for (int i = 0; i < count; i++) {
            boolean first = i == 0;
            threads.add(new Thread(() -> work(first), "worker-" + (i + 1)));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Begins nothing new, and waits until the calls in hand have ended. */
    void stop() {
        stop.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work(boolean first) {
        do {
            boolean more = false;
            try {
                more = contracts.worker().deliverPending(DELIVERIES).leased() == DELIVERIES;
                if (first) {
                    contracts.worker().applyDue(DUE);
                    eachRound.run();
                }
            } catch (StorageException failed) {
                LOG.warn("the database failed, tried again soon: {}", failed.getMessage());
            }
            if (more) {
                continue;
            }
            if (stops()) {
                return;
            }
        } while (stop.getCount() > 0);
    }

    private boolean stops() {
        try {
            return stop.await(idle.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
