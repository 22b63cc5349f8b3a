package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Simulates deliveries: several workers and hosts, each a process with {@code Contracts} of its own, over one storage, RADIUS and OLTs.
 */
public final class Simulation {
    private static final int MOST_TRIES = 400;

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
        String law = thrown instanceof LawBroken broken ? broken.law().name() : thrown.getClass().getSimpleName();
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
            for (int at = 0; at < best.choices().size() && tries < MOST_TRIES; at += size) {
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
        return choices.subList(at, Math.min(at + size, choices.size())).stream().allMatch(choice -> choice == 0);
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
