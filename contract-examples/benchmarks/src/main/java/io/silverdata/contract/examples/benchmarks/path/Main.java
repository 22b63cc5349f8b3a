package io.silverdata.contract.examples.benchmarks.path;

import io.silverdata.contract.examples.benchmarks.jdbc.PostgresPeer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole path, on PostgreSQL with {@code fsync} on. See docs/benchmarks-path.md. */
@Command(name = "bench-path", mixinStandardHelpOptions = true)
final class Main implements Callable<Integer> {
    @Option(names = "--only", split = ",", description = "Parts, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(
            names = "--suspensions",
            defaultValue = "10000",
            description = "With one worker and with three. Default: ${DEFAULT-VALUE}.")
    private int suspensions = 10_000;

    @Option(
            names = "--one-thread",
            defaultValue = "1000",
            description = "Suspensions by a worker of one thread. Default: ${DEFAULT-VALUE}.")
    private int oneThread = 1_000;

    @Option(names = "--threads", defaultValue = "4", description = "Of a worker. Default: ${DEFAULT-VALUE}.")
    private int threads = 4;

    @Option(
            names = "--audited",
            defaultValue = "50000",
            description = "Contracts for AUDIT. Default: ${DEFAULT-VALUE}.")
    private int audited = 50_000;

    @Option(names = "--olts", defaultValue = "20", description = "For AUDIT. Default: ${DEFAULT-VALUE}.")
    private int olts = 20;

    @Option(
            names = "--one-by-one",
            defaultValue = "1000",
            description = "Contracts that AUDIT asks for one after the other. Default: ${DEFAULT-VALUE}.")
    private int oneByOne = 1_000;

    @Option(names = "--rounds", defaultValue = "3", description = "Counted rounds of AUDIT. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Contracts in the database for GROWTH. Default: ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--each",
            defaultValue = "2000",
            description = "Contracts that GROWTH suspends and reconnects. Default: ${DEFAULT-VALUE}.")
    private int each = 2_000;

    private enum Part {
        SUSPENSIONS,
        AUDIT,
        GROWTH
    }

    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Logs.quiet();
        try (PostgresPeer server = new PostgresPeer()) {
            for (Part part : only) {
                switch (part) {
                    case SUSPENSIONS -> new Suspensions(server, suspensions, oneThread, threads).run();
                    case AUDIT -> new Audits(server, audited, olts, oneByOne, rounds).run();
                    case GROWTH -> new Growth(server, sizes, each).run();
                }
            }
        }
        return 0;
    }
}
