package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Figures, billing feed, folding and dunning of many contracts on PostgreSQL. See docs/benchmarks-report.md. */
@Command(name = "report", description = "Reports beside SQL over the event log, and COPY.")
public final class ReportCommand implements Callable<Integer> {
    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--contracts", paramLabel = "N", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int contracts = 1_000_000;

    @Option(names = "--months", paramLabel = "N", description = "In which they sign up. Default: ${DEFAULT-VALUE}.")
    private int months = 24;

    @Option(
            names = "--lives",
            paramLabel = "N",
            description = "That many lives are lived, the others are copies. Default: ${DEFAULT-VALUE}.")
    private int lives = 10_000;

    @Option(
            names = "--years",
            split = ",",
            paramLabel = "N",
            description = "Lengths for HISTORY. Default: ${DEFAULT-VALUE}.")
    private List<Integer> years = List.of(1, 3, 10);

    @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    private enum Part {
        FIGURES,
        FEED,
        DUNNING,
        FOLD,
        HISTORY
    }

    @Override
    public Integer call() throws Exception {
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
                        case DUNNING -> new DunningDryRun(database).run();
                        case FOLD -> new Folding(server, database, town, lives / months).run();
                        case HISTORY -> {}
                    }
                }
            }
        }
    }
}
