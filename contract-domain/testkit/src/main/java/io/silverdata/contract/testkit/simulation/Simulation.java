package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Simulates deliveries: two workers, two hosts, a move from another system and an engineer who moves splitters, each a process with
 * {@code Contracts} of its own, over one storage, RADIUS and two OLTs, under
 * one scheduler and a virtual clock. Whenever a process calls a port, and after every commit, another may act, time may pass, and the process may be
 * killed: it then has no effect any more. Each unit of work may fail before, at or after its commit, each device may refuse, fall silent,
 * lose a request or an answer, answer late, twice or unclearly. Timers are late, too, which is how leases are lost.
 *
 * <p>A run begins with a few subscribers in service. Then everything goes wrong while hosts give commands and workers deliver. After that
 * nothing goes wrong any more and everything is written to, and once nothing is left to deliver these laws must hold; then one device is in lasting trouble, and they must
 * hold again when that is over:
 *
 * <ul>
 *   <li>{@code IN_SYNC}: every device does what every contract wants, unless the contract says that it was given up, and nothing else
 *   <li>{@code DELIVERED}: with every device answering, everything is delivered or given up, and what was given up is delivered when staff
 *       try it again
 *   <li>{@code LEASE_HELD}: a process that begins to write to an OLT has the lease of that OLT, and a worker that tells a device what a
 *       contract wants has the lease of that contract
 *   <li>{@code ONLY_OBSERVED}: no process begins to write to what has been only observed ({@code Coexistence}) for longer than a second
 *   <li>{@code NO_NEEDLESS_WAIT}: while RADIUS, an OLT or one ONU is in lasting trouble, everything that does not need it is delivered;
 *       RADIUS waits for an OLT only where a line is built for the first time
 *   <li>{@code SILENCE_ENDS}: what could not be delivered because a device did not answer is delivered once it answers, without anybody's
 *       doing
 *   <li>{@code ENDS}: a run ends
 * </ul>
 *
 * <p>Two things are spared, because no lease can protect a device from them: a process that writes after its lease is not killed before its
 * call is over, and what it then removes, as it finds that no contract wants it, is removed.
 *
 * <p>A seed is a run, and so is a list of choices: the same makes the same run. A run that breaks a law is made shorter and then thrown as
 * {@link SimulationFailure}, which tells it as a story. A host simulates its own ports by {@link #over}, with as many seeds as it likes:
 *
 * <pre>{@code
 * Simulation simulation = Simulation.over(() -> new SimulatedPorts(myStorage(), new InMemoryAccess(), new InMemoryLine()));
 * for (long seed = 0; seed < 1_000; seed++) {
 *     simulation.run(seed);
 * }
 * }</pre>
 *
 * <p>Thread-safe. A run takes about 10 ms of a core in memory, and 600 steps. That the simulation sees what it should was tried by taking
 * rules from the engine, each by itself: {@code docs/adr/0130} says which, and how soon it was seen.
 */
public final class Simulation {
    private static final int MOST_TRIES = 1_000;

    private final Supplier<SimulatedPorts> ports;

    private Simulation(Supplier<SimulatedPorts> ports) {
        this.ports = ports;
    }

    /** Simulates over ports; new ones for each run. */
    public static Simulation over(Supplier<SimulatedPorts> ports) {
        return new Simulation(Objects.requireNonNull(ports, "ports"));
    }

    /** One run. The same seed makes the same run. */
    public SimulatedRun run(long seed) {
        Recorder recorder = new Recorder(seed);
        try {
            return attempt(recorder);
        } catch (SimulationFailure failure) {
            throw shortest(failure);
        }
    }

    /** One run by a source of chance, such as {@link Choices}. */
    public SimulatedRun run(Random choices) {
        return attempt(choices);
    }

    private SimulatedRun attempt(Random choices) {
        Run run = new Run(ports.get(), choices);
        try {
            run.run();
            return new SimulatedRun(run.steps(), run.story());
        } catch (Throwable thrown) {
            throw failure(thrown, choices, run);
        }
    }

    private static SimulationFailure failure(Throwable thrown, Random choices, Run run) {
        String law = thrown instanceof LawBroken broken
                ? broken.law().name()
                : thrown.getClass().getSimpleName();
        List<Integer> made = choices instanceof Recorder recorder ? recorder.made() : List.of();
        return new SimulationFailure(
                law,
                Town.readable(String.valueOf(thrown.getMessage())),
                withoutOrdinaryEnd(made),
                run.story().stream().map(Town::readable).toList(),
                thrown);
    }

    /** The same failure with as little going wrong as it takes: choices are taken back in ever smaller groups while it fails. */
    private SimulationFailure shortest(SimulationFailure first) {
        SimulationFailure best = first;
        int tries = 0;
        for (int size = Math.max(1, best.choices().size() / 2); size >= 1; size /= 2) {
            for (int at = best.choices().size() / size * size; at >= 0 && tries < MOST_TRIES; at -= size) {
                if (isOrdinary(best.choices(), at, size)) {
                    continue;
                }
                tries++;
                best = fails(ordinary(best.choices(), at, size))
                        .filter(other -> other.law().equals(first.law()))
                        .orElse(best);
            }
        }
        return best;
    }

    private static boolean isOrdinary(List<Integer> choices, int at, int size) {
        int end = Math.min(at + size, choices.size());
        return at >= end || choices.subList(at, end).stream().allMatch(choice -> choice == 0);
    }

    private static List<Integer> ordinary(List<Integer> choices, int at, int size) {
        List<Integer> fewer = new ArrayList<>(choices);
        for (int n = at; n < Math.min(at + size, fewer.size()); n++) {
            fewer.set(n, 0);
        }
        return fewer;
    }

    /** What is not chosen is ordinary. */
    private static List<Integer> withoutOrdinaryEnd(List<Integer> choices) {
        int last = choices.size();
        while (last > 0 && choices.get(last - 1) == 0) {
            last--;
        }
        return choices.subList(0, last);
    }

    private Optional<SimulationFailure> fails(List<Integer> choices) {
        try {
            attempt(new Recorder(choices));
            return Optional.empty();
        } catch (SimulationFailure failure) {
            return Optional.of(failure);
        }
    }
}
