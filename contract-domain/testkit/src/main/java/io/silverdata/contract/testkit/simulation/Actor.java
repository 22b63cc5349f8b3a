package io.silverdata.contract.testkit.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thread that acts only when it is its turn. */
final class Actor {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Threads that were used once are used again, and end soon when nothing is simulated. */
    private static final Executor POOL =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Actor::daemon);

    private final String name;
    private final SimulatedProcess process;
    private final Optional<Actor> parent;
    private final Consumer<Actor> act;
    private final Semaphore turn = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private Instant wakeAt;
    private long waits;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile State state = State.AT_POINT;

    /** What an actor is doing. */
    enum State {
        /** It waits for its turn. */
        AT_POINT,
        /** It has its turn, and goes on as soon as its thread does. */
        CALLED,
        /** It acts. */
        ACTING,
        /** It waits for something else, such as a task of its own on another thread. */
        BLOCKED,
        FINISHED
    }

    /**
     * An actor that begins when it has its turn.
     *
     * @param parent whose task it does, if it does one
     */
    Actor(String name, SimulatedProcess process, Optional<Actor> parent, Instant wakeAt, Consumer<Actor> act) {
        this.name = name;
        this.process = process;
        this.parent = parent;
        this.wakeAt = wakeAt;
        this.act = act;
    }

    private static Thread daemon(Runnable work) {
        Thread daemon = new Thread(work, "simulated");
        daemon.setDaemon(true);
        return daemon;
    }

    /** Gives it a thread, which waits for its turn. */
    void start() {
        POOL.execute(() -> {
            thread = Thread.currentThread();
            act.accept(this);
        });
    }

    String name() {
        return name;
    }

    SimulatedProcess process() {
        return process;
    }

    Optional<Actor> parent() {
        return parent;
    }

    /** Whether the calling thread is its own. */
    boolean isMe() {
        return thread == Thread.currentThread();
    }

    /** What its thread is doing, for people. */
    StackTraceElement[] stack() {
        Thread own = thread;
        return own == null ? new StackTraceElement[0] : own.getStackTrace();
    }

    State state() {
        return state;
    }

    void setState(State value) {
        state = value;
    }

    boolean isReady(Instant now) {
        return state == State.AT_POINT && !wakeAt.isAfter(now);
    }

    Instant wakeAt() {
        return wakeAt;
    }

    void sleepUntil(Instant at) {
        wakeAt = at;
    }

    void giveTurn() {
        state = State.CALLED;
        turn.release();
    }

    void awaitTurn() {
        turn.acquireUninterruptibly();
        turns.incrementAndGet();
        state = State.ACTING;
    }

    /** Whether its thread waits, though it acts. */
    boolean isStuck() {
        int before = turns.get();
        return state == State.ACTING && isThreadWaiting() && state == State.ACTING && before == turns.get();
    }

    /** It waits for something else than its turn. */
    void block() {
        waits = waits();
        state = State.BLOCKED;
    }

    /** Whether its thread still waits for what it waited for when it was blocked. */
    boolean isStillBlocked() {
        return state == State.BLOCKED && (waits() == waits || !isThreadWaiting());
    }

    private boolean isThreadWaiting() {
        Thread own = thread;
        return own != null && own.getState() == Thread.State.WAITING;
    }

    private long waits() {
        Thread own = thread;
        ThreadInfo info = own == null ? null : THREADS.getThreadInfo(own.getId());
        return info == null ? -1 : info.getWaitedCount();
    }
}
