package io.silverdata.contract.examples.benchmarks.transitions;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One legal and one refused transition, without contention. Each library runs in processes of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class TransitionBenchmark {
    /** Which library. */
    @Param
    public Library library;

    private Machine machine;

    /** Builds the machine, and shows that it does what is to be measured. */
    @Setup
    public void prepare() {
        machine = library.machine();
        expect(Phase.SUSPENDED, machine.suspend());
        expect(Phase.ACTIVE, machine.suspendAndLift());
        expect(Phase.CANCELLED, machine.refuse());
    }

    /** Suspends a contract whose state comes from storage. */
    @Benchmark
    public Object legal() {
        return machine.suspend();
    }

    /** The mean of suspending and reconnecting a contract that is kept in memory. */
    @Benchmark
    @OperationsPerInvocation(2)
    public Object legalKept() {
        return machine.suspendAndLift();
    }

    /** Activates a cancelled contract. */
    @Benchmark
    public Object refused() {
        return machine.refuse();
    }

    private void expect(Phase phase, Object answer) {
        if (machine.phaseOf(answer) != phase) {
            throw new IllegalStateException(
                    library.title() + " ends in " + machine.phaseOf(answer) + " instead of " + phase);
        }
    }
}
