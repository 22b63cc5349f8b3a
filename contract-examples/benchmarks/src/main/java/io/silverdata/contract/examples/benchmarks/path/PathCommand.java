package io.silverdata.contract.examples.benchmarks.path;

import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole path, on PostgreSQL with {@code fsync} on. See docs/benchmarks-path.md. */
@Command(
        name = "path",
        description = "The whole path: suspensions, activations, audits, a database that grows, and moving in.")
public final class PathCommand implements Callable<Integer> {
    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(
            names = "--suspensions",
            paramLabel = "N",
            description = "With each number of workers and threads. Default: ${DEFAULT-VALUE}.")
    private int suspensions = 10_000;

    @Option(
            names = "--activations",
            paramLabel = "N",
            description = "On OLTs that take 60 ms for a set. Default: ${DEFAULT-VALUE}.")
    private int activations = 1_000;

    @Option(
            names = "--audited",
            paramLabel = "N",
            description = "Contracts for AUDIT and MATCHING. Default: ${DEFAULT-VALUE}.")
    private int audited = 50_000;

    @Option(
            names = "--olts",
            paramLabel = "N",
            description = "For AUDIT, MATCHING and ACTIVATIONS. Default: ${DEFAULT-VALUE}.")
    private int olts = 20;

    @Option(
            names = "--one-by-one",
            paramLabel = "N",
            description = "Contracts that AUDIT asks for one after the other. Default: ${DEFAULT-VALUE}.")
    private int oneByOne = 1_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Counted rounds of AUDIT and MATCHING. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "Contracts in the database for GROWTH. Default: ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);

    @Option(
            names = "--each",
            paramLabel = "N",
            description = "Contracts that GROWTH suspends and reconnects. Default: ${DEFAULT-VALUE}.")
    private int each = 2_000;

    @Option(names = "--adopted", paramLabel = "N", description = "For ADOPTION. Default: ${DEFAULT-VALUE}.")
    private int adopted = 100_000;

    private enum Part {
        SUSPENSIONS,
        ACTIVATIONS,
        AUDIT,
        GROWTH,
        ADOPTION,
        MATCHING
    }

    @Override
    public Integer call() throws Exception {
        try (PostgresPeer server = new PostgresPeer()) {
            for (Part part : only) {
                switch (part) {
                    case SUSPENSIONS -> new Suspensions(server, suspensions).run();
                    case ACTIVATIONS -> new Activations(server, activations, olts).run();
                    case AUDIT -> new Audits(server, audited, olts, oneByOne, rounds).run();
                    case GROWTH -> new DatabaseGrowth(server, sizes, each).run();
                    case ADOPTION -> new Adoptions(server, adopted).run();
                    case MATCHING -> new Matchings(server, audited, olts, rounds).run();
                }
            }
        }
        return 0;
    }
}
