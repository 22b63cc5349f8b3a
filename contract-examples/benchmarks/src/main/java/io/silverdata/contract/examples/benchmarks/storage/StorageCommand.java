package io.silverdata.contract.examples.benchmarks.storage;

import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The storage beside what one would otherwise use, on PostgreSQL with {@code fsync} on. See docs/benchmarks-jdbc.md. */
@Command(name = "storage", description = "The storage beside pgbench, db-scheduler, set-based SQL and COPY.")
public final class StorageCommand implements Callable<Integer> {
    private static final int WORK_ROWS = 20_000;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(
            names = "--each",
            paramLabel = "N",
            description = "Activations a client and round. Default: ${DEFAULT-VALUE}.")
    private int each = 300;

    @Option(names = "--contracts", paramLabel = "N", description = "For BULK. Default: ${DEFAULT-VALUE}.")
    private int contracts = 100_000;

    @Option(names = "--outputs", split = ",", paramLabel = "N", description = "For GROWTH. Default: ${DEFAULT-VALUE}.")
    private List<Integer> outputs = List.of(10_000, 100_000, 1_000_000);

    private enum Part {
        ACTIVATION,
        HOT,
        WORK,
        BULK,
        GROWTH
    }

    @Override
    public Integer call() throws Exception {
        try (PostgresPeer server = new PostgresPeer()) {
            for (Part part : only) {
                switch (part) {
                    case ACTIVATION -> new Activation(server, each, rounds).run();
                    case HOT -> new HotSplitter(server, 4 * rounds).run();
                    case WORK -> new WorkLeasing(server, WORK_ROWS).run();
                    case BULK -> new ManyContracts(server, contracts).run();
                    case GROWTH -> new NearestSearch(server, outputs).run();
                }
            }
        }
        return 0;
    }
}
