package io.silverdata.contract.examples.benchmarks.report;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.silverdata.contract.examples.benchmarks.jdbc.PostgresPeer;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Figures, billing feed, folding and dunning of many contracts on PostgreSQL. See docs/benchmarks-report.md. */
@Command(name = "bench-report", mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    /** The month that is asked about: the last one of every history. */
    static final YearMonth LAST = YearMonth.of(2026, 5);

    @Option(names = "--only", split = ",", description = "Parts, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--contracts", defaultValue = "1000000", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int contracts = 1_000_000;

    @Option(names = "--months", defaultValue = "24", description = "In which they sign up. Default: ${DEFAULT-VALUE}.")
    private int months = 24;

    @Option(
            names = "--lives",
            defaultValue = "10000",
            description = "That many lives are lived, the others are copies. Default: ${DEFAULT-VALUE}.")
    private int lives = 10_000;

    @Option(
            names = "--years",
            split = ",",
            defaultValue = "1,3,10",
            description = "Lengths for HISTORY. Default: ${DEFAULT-VALUE}.")
    private List<Integer> years = List.of();

    @Option(names = "--rounds", defaultValue = "5", description = "Of each comparison. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    /** What is measured. */
    enum Part {
        FIGURES,
        FEED,
        DUNNING,
        FOLD,
        HISTORY
    }

    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (PostgresPeer server = new PostgresPeer("wal_level=minimal", "max_wal_senders=0")) {
            if (only.stream().anyMatch(part -> part != Part.HISTORY)) {
                many(server);
            }
            if (only.contains(Part.HISTORY)) {
                new Histories(server, rounds, Math.max(1, contracts / 50_000)).run(years);
            }
        }
        return 0;
    }

    private void many(PostgresPeer server) throws Exception {
        Town town = new Town();
        int copies = Math.max(1, contracts / lives);
        try (FilledDatabase database = FilledDatabase.growing(server, town, months, lives, copies)) {
            for (Part part : Part.values()) {
                if (only.contains(part)) {
                    switch (part) {
                        case FIGURES -> new Figures(database, rounds).run();
                        case FEED -> new Feed(database, rounds).run();
                        case DUNNING -> new Dunning(database).run();
                        case FOLD -> new Folding(server, database, town, lives / months).run();
                        case HISTORY -> {}
                    }
                }
            }
        }
    }
}
