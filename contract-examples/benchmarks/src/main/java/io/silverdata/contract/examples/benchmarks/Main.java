package io.silverdata.contract.examples.benchmarks;

import io.silverdata.contract.examples.benchmarks.dunning.DunningCommand;
import io.silverdata.contract.examples.benchmarks.olt.OltCommand;
import io.silverdata.contract.examples.benchmarks.path.PathCommand;
import io.silverdata.contract.examples.benchmarks.plant.PlantCommand;
import io.silverdata.contract.examples.benchmarks.query.QueryCommand;
import io.silverdata.contract.examples.benchmarks.radius.RadiusCommand;
import io.silverdata.contract.examples.benchmarks.report.ReportCommand;
import io.silverdata.contract.examples.benchmarks.storage.StorageCommand;
import io.silverdata.contract.examples.benchmarks.transitions.TransitionsCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command: runs one benchmark, and prints its tables in Markdown. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        scope = ScopeType.INHERIT,
        description = "Measures the library beside what one would otherwise use. See docs/benchmarks*.md.",
        subcommands = {
            TransitionsCommand.class,
            StorageCommand.class,
            RadiusCommand.class,
            OltCommand.class,
            ReportCommand.class,
            DunningCommand.class,
            PathCommand.class,
            QueryCommand.class,
            PlantCommand.class
        })
public final class Main implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** Runs the benchmark that is named. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        throw new ParameterException(spec.commandLine(), "Name a benchmark.");
    }
}
