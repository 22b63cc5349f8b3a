package io.silverdata.contract.examples.benchmarks.jdbc;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The storage beside what one would otherwise use, on PostgreSQL with {@code fsync} on. See docs/benchmarks-jdbc.md. */
@Command(name = "bench-jdbc", mixinStandardHelpOptions = true)
final class Main implements Callable<Integer> {
    @Option(names = "--only", split = ",", description = "Parts, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--rounds", defaultValue = "5", description = "Counted rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(
            names = "--each",
            defaultValue = "300",
            description = "Activations a client and round. Default: ${DEFAULT-VALUE}.")
    private int each = 300;

    @Option(names = "--contracts", defaultValue = "100000", description = "For BULK. Default: ${DEFAULT-VALUE}.")
    private int contracts = 100_000;

    @Option(
            names = "--outputs",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "For GROWTH. Default: ${DEFAULT-VALUE}.")
    private List<Integer> outputs = List.of();

    private enum Part {
        ACTIVATION,
        HOT,
        WORK,
        BULK,
        GROWTH
    }

    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (PostgresPeer server = new PostgresPeer()) {
            for (Part part : only) {
                switch (part) {
                    case ACTIVATION -> new Activation(server, each, rounds).run();
                    case HOT -> new HotSplitter(server, 4 * rounds).run();
                    case WORK -> new WorkLeasing(server, 20_000).run();
                    case BULK -> new ManyContracts(server, contracts).run();
                    case GROWTH -> new Growth(server, outputs).run();
                }
            }
        }
        return 0;
    }
}
