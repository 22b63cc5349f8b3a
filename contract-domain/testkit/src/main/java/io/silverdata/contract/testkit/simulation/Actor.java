package io.silverdata.contract.testkit.simulation;

import java.time.Instant;
import java.util.concurrent.Semaphore;

/** A thread that acts only when it is its turn. */
final class Actor {
    private final String name;
    private final SimulatedProcess process;
    private final Semaphore turn = new Semaphore(0);
    private Instant wakeAt;
    private boolean finished;

    Actor(String name, SimulatedProcess process, Instant wakeAt) {
        this.name = name;
        this.process = process;
        this.wakeAt = wakeAt;
    }

    String name() {
        return name;
    }

    SimulatedProcess process() {
        return process;
    }

    boolean isReady(Instant now) {
        return !finished && !wakeAt.isAfter(now);
    }

    boolean isFinished() {
        return finished;
    }

    Instant wakeAt() {
        return wakeAt;
    }

    void sleepUntil(Instant at) {
        wakeAt = at;
    }

    void finish() {
        finished = true;
    }

    void giveTurn() {
        turn.release();
    }

    void awaitTurn() {
        turn.acquireUninterruptibly();
    }
}
