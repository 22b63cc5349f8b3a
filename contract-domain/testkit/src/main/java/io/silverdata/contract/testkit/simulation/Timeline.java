package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.testkit.simulation.Actor.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who acts when. Of all actors one acts at a time, until it comes to a point at which it may be interrupted; there the choices say who goes
 * on. Time passes only when an actor waits.
 */
final class Timeline {
    private static final int MOST_STEPS = 200_000;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofMinutes(3));

    /** How long to wait for a thread to go on, of real time. It does so at once unless what it waits for is not there yet. */
    private static final long LONGEST_WAKING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Nothing takes so long, of real time, but a thread that hangs. */
    private static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final long LOOK_MICROS = 200;

    private final Random choices;
    /** Read by an actor that goes on because of what another did, before its turn. */
    private final List<Actor> actors = new CopyOnWriteArrayList<>();

    private final List<String> story = new ArrayList<>();
    private final Semaphore allFinished = new Semaphore(0);
    private final Clock clock = new VirtualClock();
    private volatile Instant now;
    private volatile @Nullable Actor current;
    private @Nullable Throwable failure;
    private boolean calm = true;
    private long steps;

    Timeline(Random choices, Instant start) {
        this.choices = choices;
        now = start;
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return now;
    }

    long steps() {
        return steps;
    }

    List<String> story() {
        return story;
    }

    /** Chooses a number from 0, the ordinary one, to {@code bound - 1}; always 0 while nothing goes wrong. */
    int choose(int bound) {
        return calm ? 0 : choices.nextInt(bound);
    }

    /** Chooses also while nothing goes wrong; the first is the ordinary one. */
    <T> T one(List<T> of) {
        return of.get(choices.nextInt(of.size()));
    }

    void tell(String sentence) {
        story.add(now.toString().substring(11, 19) + " " + sentence);
    }

    /** Adds an actor that begins at once. To be called before {@link #run}, or by an actor. */
    void add(String name, SimulatedProcess process, Runnable program) {
        start(name, process, Optional.empty(), now, program);
    }

    /** Adds an actor that does a task for the one that acts now, which may wait for it. */
    void startTask(String name, SimulatedProcess process, Runnable task) {
        Actor parent = arrived();
        start(name, process, Optional.of(parent), now, task);
        point();
    }

    /** Adds an actor that begins later. */
    Actor addLater(String name, SimulatedProcess process, Duration delay, Runnable program) {
        return start(name, process, Optional.empty(), now.plus(delay), program);
    }

    private Actor start(
            String name, SimulatedProcess process, Optional<Actor> parent, Instant begin, Runnable program) {
        Actor actor = new Actor(name, process, parent, begin, me -> act(me, program));
        actors.add(actor);
        actor.start();
        return actor;
    }

    /**
     * Lets all actors act in turns until each has finished.
     *
     * @param isCalm whether nothing goes wrong meanwhile
     */
    void run(boolean isCalm) throws Throwable {
        calm = isCalm;
        passOn();
        long seen = steps;
        long since = System.nanoTime();
        while (!allFinished.tryAcquire(LOOK_MICROS, TimeUnit.MICROSECONDS)) {
            lookForBlocked();
            if (steps != seen) {
                seen = steps;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > HANG_NANOS) {
                throw hangs();
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends the run: a law does not hold. */
    void broken(LawBroken.Law law, String how) {
        failure = failure == null ? new LawBroken(law, how) : failure;
        throw new ProcessDied();
    }

    /** A point at which another actor may act, time may pass, and the process may be killed. */
    void point() {
        Actor me = arrived();
        steps++;
        if (steps > MOST_STEPS) {
            broken(LawBroken.Law.ENDS, "it takes more than " + MOST_STEPS + " steps");
        }
        int draw = choose(128);
        if (draw >= 127 && me.process().mayDie()) {
            me.process().die();
        } else if (draw >= 123) {
            standStill(me);
        } else if (draw >= 96) {
            switchFrom(me);
        }
        requireAlive(me);
    }

    /** Lets a timer be late, at times. */
    void mayBeLate() {
        Actor me = arrived();
        if (choose(12) == 11) {
            standStill(me);
        }
        requireAlive(me);
    }

    /** Lets time pass for whoever acts. */
    void sleep(Duration time) {
        Actor me = arrived();
        me.sleepUntil(now.plus(time));
        switchFrom(me);
        requireAlive(me);
    }

    /** The actor that acts. One that was blocked, and goes on because of what another did, waits for its turn first. */
    private Actor arrived() {
        Actor acting = current;
        if (acting != null && acting.isMe()) {
            return acting;
        }
        Actor me = actors.stream()
                .filter(Actor::isMe)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("only actors may use the ports of a process"));
        me.setState(State.AT_POINT);
        me.awaitTurn();
        requireAlive(me);
        return me;
    }

    private IllegalStateException hangs() {
        Actor acting = current;
        IllegalStateException hangs = new IllegalStateException(
                (acting == null ? "every actor" : acting.name()) + " waits for what nobody does");
        actors.stream()
                .filter(actor -> actor == acting || actor.state() == State.BLOCKED)
                .forEach(actor -> hangs.setStackTrace(actor.stack()));
        return hangs;
    }

    private void standStill(Actor me) {
        Duration pause = PAUSES.get(choose(PAUSES.size()));
        tell(me.name() + " stands still for " + pause.toSeconds() + " s.");
        me.sleepUntil(now.plus(pause));
        switchFrom(me);
    }

    private void requireAlive(Actor me) {
        if (failure != null) {
            throw new ProcessDied();
        }
        me.process().requireAlive();
    }

    private void act(Actor me, Runnable program) {
        me.awaitTurn();
        try {
            if (me.parent().isEmpty()) {
                requireAlive(me);
            }
            program.run();
        } catch (ProcessDied died) {
            // Nothing is left to do.
        } catch (Throwable thrown) {
            failure = failure == null ? thrown : failure;
        } finally {
            if (current != me) {
                me.setState(State.AT_POINT);
                me.awaitTurn();
            }
            me.setState(State.FINISHED);
            actors.remove(me);
            me.parent().ifPresent(Timeline::letGoOn);
            passOn();
        }
    }

    private void switchFrom(Actor me) {
        me.setState(State.AT_POINT);
        Actor next = next().orElseThrow();
        current = next;
        if (next == me) {
            me.setState(State.ACTING);
        } else {
            next.giveTurn();
            me.awaitTurn();
        }
    }

    private void passOn() {
        Optional<Actor> next = next();
        current = next.orElse(null);
        if (next.isPresent()) {
            next.get().giveTurn();
        } else if (actors.isEmpty()) {
            allFinished.release();
        }
    }

    /** Whose turn it is; if all wait, the clock moves on. Empty once all have finished or are blocked. */
    private Optional<Actor> next() {
        List<Actor> ready = ready();
        if (ready.isEmpty()) {
            Optional<Instant> first = actors.stream()
                    .filter(actor -> actor.state() == State.AT_POINT)
                    .map(Actor::wakeAt)
                    .min(Comparator.naturalOrder());
            if (first.isEmpty()) {
                return Optional.empty();
            }
            now = first.get();
            ready = ready();
        }
        return Optional.of(ready.get(ready.size() == 1 ? 0 : choose(ready.size())));
    }

    private List<Actor> ready() {
        List<Actor> ready = new ArrayList<>();
        for (Actor actor : actors) {
            if (actor.isReady(now)) {
                ready.add(actor);
            }
        }
        return ready;
    }

    /** The task of a blocked actor is done: it goes on to its next point, unless it waits for another task as well. */
    private static void letGoOn(Actor parent) {
        long start = System.nanoTime();
        while (parent.isStillBlocked() && System.nanoTime() - start < LONGEST_WAKING_NANOS) {
            Thread.onSpinWait();
        }
        if (parent.state() == State.BLOCKED) {
            parent.block();
        }
    }

    /** If the thread that acts waits for something other than its turn, it is another's turn. */
    private void lookForBlocked() {
        Actor acting = current;
        if (acting == null ? actors.stream().anyMatch(actor -> actor.state() == State.AT_POINT) : acting.isStuck()) {
            if (acting != null) {
                acting.block();
            }
            passOn();
        }
    }

    private final class VirtualClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
