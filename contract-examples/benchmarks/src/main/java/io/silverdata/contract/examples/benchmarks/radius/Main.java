package io.silverdata.contract.examples.benchmarks.radius;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs the comparison, and prints its tables in Markdown. */
@CommandLine.Command(
        name = "contract-examples-bench-radius",
        mixinStandardHelpOptions = true,
        description = "Measures the client of dynamic authorization beside radclient and tinyradius' client.")
public final class Main implements Callable<Integer> {
    private static final int MILLION = 1_000_000;

    @CommandLine.Option(names = "--rounds", defaultValue = "9", description = "of each comparison, default 9")
    private int rounds;

    @CommandLine.Option(names = "--only", description = "${COMPLETION-CANDIDATES}; default: each of them")
    private List<Part> only = List.of(Part.values());

    /** What is measured. */
    enum Part {
        LOOPBACK,
        TEN_MILLISECONDS,
        MEMORY
    }

    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        // tinyradius logs each packet it sends
        ((Logger) LoggerFactory.getLogger("org.tinyradius")).setLevel(Level.OFF);
        for (Part part : only) {
            switch (part) {
                case LOOPBACK -> loopback();
                case TEN_MILLISECONDS -> tenMilliseconds();
                case MEMORY -> memory();
            }
        }
        return 0;
    }

    private void loopback() throws Exception {
        try (CoaListener nas = new CoaListener();
                OurClient ours = new OurClient(nas.address(), 100)) {
            ours.send(100_000);
            Comparison comparison = new Comparison("FreeRADIUS on loopback")
                    .with(new RadClientProcess(nas.address(), 100), 40_000)
                    .with(ours, 40_000)
                    .with(new TinyRadiusClient(nas.address()), 4_000);
            comparison.run(rounds);
            comparison.print();
        }
    }

    private void tenMilliseconds() throws Exception {
        try (SlowNas nas = new SlowNas(Duration.ofMillis(10));
                OurClient hundred = new OurClient(nas.address(), 100);
                OurClient ours = new OurClient(nas.address(), 512)) {
            ours.send(100_000);
            Comparison comparison = new Comparison("A NAS that answers after 10 ms")
                    .with(new RadClientProcess(nas.address(), 100), 10_000)
                    .with(new RadClientProcess(nas.address(), 256), 10_000)
                    .with(hundred, 10_000)
                    .with(ours, 40_000)
                    .with(new TinyRadiusClient(nas.address()), 100);
            comparison.run(rounds);
            comparison.print();
        }
    }

    private static void memory() throws Exception {
        try (SlowNas nas = new SlowNas(Duration.ZERO);
                OurClient ours = new OurClient(nas.address(), 256)) {
            System.out.println();
            System.out.println("### Memory in use after a full collection");
            System.out.println();
            System.out.println("| requests | KiB |");
            System.out.println("|--:|--:|");
            for (int sent = 0; sent <= MILLION; sent += MILLION / 10) {
                System.out.printf(Locale.ROOT, "| %,d | %,d |%n", sent, used() / 1_024);
                if (sent < MILLION) {
                    ours.send(MILLION / 10);
                }
            }
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
