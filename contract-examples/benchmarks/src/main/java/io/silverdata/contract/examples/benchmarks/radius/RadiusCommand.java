package io.silverdata.contract.examples.benchmarks.radius;

import io.silverdata.contract.examples.benchmarks.harness.Heap;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.model.Enforcement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the comparison, and prints its tables in Markdown. */
@Command(
        name = "radius",
        description = "The client of dynamic authorization beside radclient and the client of tinyradius.")
public final class RadiusCommand implements Callable<Integer> {
    private static final int MILLION = 1_000_000;
    private static final int WARM_UP = 100_000;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 9;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "Orders of a turn of CARRY_OUT, in hundreds. Default: ${DEFAULT-VALUE}.")
    private int orders = 10_000;

    @Option(
            names = "--nas-takes",
            split = ",",
            paramLabel = "MS",
            description = "Milliseconds after which the NAS of CARRY_OUT answers. Default: 10 and 100.")
    private int[] nasTakes = {10, 100};

    private enum Part {
        LOOPBACK,
        TEN_MILLISECONDS,
        CARRY_OUT,
        MEMORY
    }

    @Override
    public Integer call() throws Exception {
        for (Part part : only) {
            switch (part) {
                case LOOPBACK -> loopback();
                case TEN_MILLISECONDS -> tenMilliseconds();
                case CARRY_OUT -> carryOut();
                case MEMORY -> memory();
            }
        }
        return 0;
    }

    private void loopback() throws Exception {
        try (CoaListener nas = new CoaListener();
                OurClient ours = new OurClient(nas.address(), 100)) {
            ours.send(WARM_UP);
            compare(
                    "FreeRADIUS on loopback",
                    new Load(new RadClientProcess(nas.address(), 100), 40_000),
                    new Load(ours, 40_000),
                    new Load(new TinyRadiusClient(nas.address()), 4_000));
        }
    }

    private void tenMilliseconds() throws Exception {
        try (SlowNas nas = new SlowNas(Duration.ofMillis(10));
                OurClient hundred = new OurClient(nas.address(), 100);
                OurClient ours = new OurClient(nas.address(), 512)) {
            ours.send(WARM_UP);
            compare(
                    "A NAS that answers after 10 ms",
                    new Load(new RadClientProcess(nas.address(), 100), 10_000),
                    new Load(new RadClientProcess(nas.address(), 256), 10_000),
                    new Load(hundred, 10_000),
                    new Load(ours, 40_000),
                    new Load(new TinyRadiusClient(nas.address()), 100));
        }
    }

    /** The rows of many subscribers and their sessions, beside requests alone. */
    private void carryOut() throws Exception {
        try (PostgresPeer server = new PostgresPeer()) {
            for (int milliseconds : nasTakes) {
                Subscribers.createTables(server, "radius");
                try (AccountingNas nas = new AccountingNas(Duration.ofMillis(milliseconds), server.url("radius"));
                        Subscribers subscribers = Subscribers.make(server, "radius", nas.address(), orders)) {
                    int few = 5_000 / milliseconds;
                    compare(
                            "Orders carried out, a NAS that answers after " + milliseconds + " ms",
                            new Load(new RadClientProcess(nas.address(), 1), Math.max(100, 3_000 / milliseconds)),
                            new Load(new RadClientProcess(nas.address(), 100), orders),
                            new Load(new CarriedOut(subscribers, Enforcement.THROTTLE, true), orders),
                            new Load(new CarriedOut(subscribers, Enforcement.CAPTIVE, true), orders),
                            new Load(new CarriedOut(subscribers, Enforcement.THROTTLE, false), few));
                }
            }
        }
    }

    /** So many requests of one sender. */
    private record Load(Sender sender, int requests) {}

    /** The first one is what others are compared with. */
    private void compare(String heading, Load... loads) throws Exception {
        Rounds<Sender.Cost> turns = new Rounds<>();
        for (Load load : loads) {
            turns.with(load.sender().title(), round -> load.sender().send(load.requests()));
        }
        List<Turns<Sender.Cost>> costs = turns.run(rounds);
        Table table = Table.begin(
                heading,
                "<sender",
                "requests/s, median (min–max)",
                "times the first (min–max)",
                "CPU µs each",
                "CPU, times the first");
        Samples firstRates = costs.get(0).samples(Sender.Cost::perSecond);
        Samples firstCpu = costs.get(0).samples(Sender.Cost::cpuMicrosecondsEach);
        for (Turns<Sender.Cost> sender : costs) {
            Samples rates = sender.samples(Sender.Cost::perSecond);
            Samples cpu = sender.samples(Sender.Cost::cpuMicrosecondsEach);
            table.row(
                    "%s | %s | %s | %.1f | %.2f",
                    sender.title(),
                    rates.spread("%,.0f"),
                    rates.over(firstRates).spread("%.2f"),
                    cpu.median(),
                    cpu.over(firstCpu).median());
        }
    }

    private static void memory() throws Exception {
        try (SlowNas nas = new SlowNas(Duration.ZERO);
                OurClient ours = new OurClient(nas.address(), 256)) {
            Table table = Table.begin("Memory in use after a full collection", "requests", "KiB");
            for (int sent = 0; sent <= MILLION; sent += MILLION / 10) {
                table.row("%,d | %,d", sent, Heap.usedKib());
                if (sent < MILLION) {
                    ours.send(MILLION / 10);
                }
            }
        }
    }
}
