package io.silverdata.contract.examples.worker;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.spi.StorageException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that delivers what is due, runs scheduled changes, and expires holds and reservations. Stops after the call in hand. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    // so few that a call, and with it a stop, ends soon
    private static final int DELIVERIES = 64;
    private static final int DUE = 100;

    private final Contracts contracts;
    private final Duration idle;
    private final Runnable eachRound;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "worker");

    /**
     * A worker that has not begun.
     *
     * @param idle how long it waits when nothing is due
     * @param eachRound done after each round
     */
    Worker(Contracts contracts, Duration idle, Runnable eachRound) {
        this.contracts = contracts;
        this.idle = idle;
        this.eachRound = eachRound;
    }

    void start() {
        thread.start();
    }

    /** Begins nothing new, and waits until the call in hand has ended. */
    void stop() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        do {
            boolean more = false;
            try {
                more = contracts.worker().deliverPending(DELIVERIES).leased() == DELIVERIES;
                contracts.worker().applyDue(DUE);
                eachRound.run();
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
