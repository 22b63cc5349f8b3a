package io.silverdata.contract.examples.benchmarks.transitions;

import java.util.Collection;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs JMH, and prints its table and one of ratios. See docs/benchmarks.md. */
@Command(
        name = "transitions",
        description = "One legal and one refused transition beside four other state machine libraries.")
public final class TransitionsCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "A good minute instead of five, with a short warm-up.")
    private boolean quick;

    @Override
    public Integer call() throws RunnerException {
        Collection<RunResult> results = new Runner((quick ? quick() : thorough()).build()).run();
        new RatioTable(results).print();
        return 0;
    }

    private static ChainedOptionsBuilder thorough() {
        return common().forks(2)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(1));
    }

    private static ChainedOptionsBuilder quick() {
        return common().forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(500));
    }

    private static ChainedOptionsBuilder common() {
        return new OptionsBuilder()
                .include(TransitionBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
    }
}
