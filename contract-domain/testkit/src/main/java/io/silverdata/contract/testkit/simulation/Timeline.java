package io.silverdata.contract.testkit.simulation;

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
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Who acts when. Of all actors one acts at a time, until it comes to a point at which it may be interrupted; there the choices say who goes
 * on. Time passes only when an actor waits.
 */
final class Timeline {
    private static final int MOST_STEPS = 200_000;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(3));

    private final Random choices;
    private final List<Actor> actors = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Semaphore allFinished = new Semaphore(0);
    private final Clock clock = new VirtualClock();
    private volatile Instant now;
    private @Nullable Actor current;
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

    /** Chooses also while nothing goes wrong. */
    <T> T one(List<T> of) {
        return of.get(choices.nextInt(of.size()));
    }

    void tell(String sentence) {
        story.add(now.toString().substring(11, 19) + " " + sentence);
    }

    /** Adds an actor that begins at once. To be called before {@link #run}, or by an actor. */
    void add(String name, SimulatedProcess process, Runnable program) {
        Actor actor = new Actor(name, process, now);
        actors.add(actor);
        Thread thread = new Thread(() -> act(actor, program), "simulated " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets all actors act in turns until each has finished; things go wrong meanwhile. */
    void run() throws Throwable {
        calm = false;
        passOn();
        allFinished.acquireUninterruptibly();
        calm = true;
        if (failure != null) {
            throw failure;
        }
    }

    /** A point at which another actor may act, time may pass, and the process may be killed. */
    void point() {
        Actor me = current;
        if (me == null) {
            return;
        }
        steps++;
        if (steps > MOST_STEPS) {
            throw new LawBroken(LawBroken.Law.ENDS, "it takes more than " + MOST_STEPS + " steps");
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

    /** Lets time pass for whoever acts. */
    void sleep(Duration time) {
        Actor me = current;
        if (me == null) {
            now = now.plus(time);
            return;
        }
        me.sleepUntil(now.plus(time));
        switchFrom(me);
        requireAlive(me);
    }

    private void standStill(Actor me) {
        Duration pause = PAUSES.get(choose(PAUSES.size()));
        tell(me.name() + " stands still for " + pause.toSeconds() + " s.");
        me.process().isSlow(pause);
        me.sleepUntil(now.plus(pause));
        switchFrom(me);
    }

    private void requireAlive(Actor me) {
        if (failure != null || me.process().isDead()) {
            throw new ProcessDied();
        }
    }

    private void act(Actor me, Runnable program) {
        me.awaitTurn();
        try {
            requireAlive(me);
            program.run();
        } catch (ProcessDied died) {
            // Nothing is left to do.
        } catch (Throwable thrown) {
            failure = failure == null ? thrown : failure;
        } finally {
            me.finish();
            passOn();
        }
    }

    private void switchFrom(Actor me) {
        Actor next = next().orElseThrow();
        if (next != me) {
            current = next;
            next.giveTurn();
            me.awaitTurn();
        }
    }

    private void passOn() {
        Optional<Actor> next = next();
        current = next.orElse(null);
        next.ifPresentOrElse(Actor::giveTurn, allFinished::release);
    }

    /** Whose turn it is; if all wait, the clock moves on. */
    private Optional<Actor> next() {
        List<Actor> ready = ready();
        if (ready.isEmpty()) {
            Optional<Instant> first = actors.stream()
                    .filter(actor -> !actor.isFinished())
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
        return actors.stream().filter(actor -> actor.isReady(now)).toList();
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
