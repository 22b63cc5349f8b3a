package io.silverdata.contract.examples.benchmarks.olt;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.examples.benchmarks.harness.Heap;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the comparison, and prints its tables in Markdown. */
@Command(name = "olt", description = "The gateway for OLTs beside net-snmp's tools and its library.")
public final class OltCommand implements Callable<Integer> {
    private static final OltId OLT = OltFixture.olt(0);
    private static final EnumSet<OnuState.Detail> ALL = EnumSet.allOf(OnuState.Detail.class);
    private static final String GPON = ".1.3.6.1.4.1.2011.6.128.1.1.2.";
    private static final List<String> COLUMNS = List.of(
            GPON + "43.1.3",
            GPON + "46.1.1",
            GPON + "46.1.15",
            GPON + "46.1.16",
            GPON + "46.1.18",
            GPON + "46.1.20",
            GPON + "46.1.24",
            GPON + "51.1.3",
            GPON + "51.1.4",
            GPON + "51.1.6");
    private static final int ALL_ONUS = OltFixture.PORTS * OltFixture.ONUS_OF_A_PORT;
    private static final int REGISTERED_BEFORE = 100;
    private static final int NEW_ONU = 1_000_000;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 7;

    private enum Part {
        REGISTER,
        STATES,
        MEMORY,
        MANY
    }

    @Override
    public Integer call() throws Exception {
        for (Part part : only) {
            switch (part) {
                case REGISTER -> register();
                case STATES -> states();
                case MEMORY -> memory();
                case MANY -> many();
            }
        }
        return 0;
    }

    private void register() throws Exception {
        try (AgentProcess agents = new AgentProcess(1, REGISTERED_BEFORE, 0);
                NetSnmp netSnmp = new NetSnmp(agents.ports().get(0));
                OltGateway gateway = OltFixture.gateway(agents.ports(), 10)) {
            LineService service = OltFixture.service(OLT, 1, NEW_ONU);
            applied(gateway.ensure(service));
            applied(gateway.remove(service.line().registration()));
            agents.ask("record");
            applied(gateway.ensure(service));
            List<String> requests = agents.recorded();
            applied(gateway.remove(service.line().registration()));
            List<Turns<Double>> turns = new Rounds<Double>()
                    .with("net-snmp's tools", round -> registered(gateway, service, 5, () -> netSnmp.byTools(requests)))
                    .with(
                            "net-snmp's library, from Perl",
                            round -> registered(gateway, service, 50, () -> netSnmp.byLibrary(requests)))
                    .with(
                            "this library",
                            round -> registered(gateway, service, 50, () -> applied(gateway.ensure(service))))
                    .run(rounds);
            print("Register and verify, " + requests.size() + " requests each", turns);
            requests.forEach(request -> Table.line("%.70s", request));
        }
    }

    private void states() throws Exception {
        try (AgentProcess agents = new AgentProcess(1, ALL_ONUS, 0);
                NetSnmp netSnmp = new NetSnmp(agents.ports().get(0));
                OltGateway ten = OltFixture.gateway(agents.ports(), 10);
                OltGateway twentyFive = OltFixture.gateway(agents.ports(), 25)) {
            List<Turns<Double>> turns = new Rounds<Double>()
                    .with("snmpbulkwalk -Cr10", round -> Timing.perSecond(ALL_ONUS, () -> walk(netSnmp, 10)))
                    .with("snmpbulkwalk -Cr25", round -> Timing.perSecond(ALL_ONUS, () -> walk(netSnmp, 25)))
                    .with("this library, 10 rows", round -> Timing.perSecond(ALL_ONUS, () -> readAll(ten)))
                    .with("this library, 25 rows", round -> Timing.perSecond(ALL_ONUS, () -> readAll(twentyFive)))
                    .run(rounds);
            print("State of 10,000 ONUs, ten columns", turns);
        }
    }

    private static void memory() throws Exception {
        try (AgentProcess agents = new AgentProcess(1, ALL_ONUS, 0);
                OltGateway gateway = OltFixture.gateway(agents.ports(), 10)) {
            readAll(gateway);
            Table table = Table.begin("Heap in use after a full collection, while reading", "ONUs read", "KiB");
            table.row("%,d | %,d", 0, Heap.usedKib());
            AtomicInteger read = new AtomicInteger();
            for (int port = 0; port < OltFixture.PORTS; port++) {
                gateway.states(OltFixture.port(OLT, port), ALL, state -> {
                    if (read.incrementAndGet() % 2_500 == 0) {
                        table.row("%,d | %,d", read.get(), Heap.usedKib());
                    }
                });
            }
        }
    }

    /** Each OLT answers a set after 60 ms, as slow ones do, so that what counts is how many are waited for at once. */
    private void many() throws Exception {
        int olts = 200;
        int each = 4;
        int counted = Math.min(rounds, 5);
        int slowSets = 3 * each * (counted + 2);
        try (AgentProcess one = new AgentProcess(1, 0, slowSets);
                AgentProcess all = new AgentProcess(olts, 0, slowSets);
                OltGateway toOne = OltFixture.gateway(one.ports(), 10);
                OltGateway toAll = OltFixture.gateway(all.ports(), 10)) {
            List<Turns<Double>> turns = new Rounds<Double>()
                    .with("one OLT", round -> inParallel(toOne, 1, each))
                    .with("200 OLTs, a thread each", round -> inParallel(toAll, olts, each))
                    .run(counted);
            print("Register on OLTs that take 60 ms for a set", turns);
            Table.line("%nSets that overlapped another one of the same OLT: %s", all.ask("overlaps"));
        }
    }

    /** Registers ONUs on so many OLTs at a time, and removes them when the clock has stopped. */
    private static double inParallel(OltGateway gateway, int olts, int each) throws Exception {
        double oltsPerSecond = Timing.perSecondInThreads(
                olts,
                olts,
                n -> onus(each).forEach(onu -> applied(gateway.ensure(OltFixture.service(OltFixture.olt(n), 1, onu)))));
        Timing.perSecondInThreads(
                olts,
                olts,
                n -> onus(each)
                        .forEach(onu -> applied(gateway.remove(
                                OltFixture.line(OltFixture.olt(n), 1, onu).registration()))));
        return each * oltsPerSecond;
    }

    private static IntStream onus(int count) {
        return IntStream.rangeClosed(1, count);
    }

    private static double registered(OltGateway gateway, LineService service, int times, Timing.Task task)
            throws Exception {
        double seconds = 0;
        for (int i = 0; i < times; i++) {
            seconds += Timing.seconds(task);
            applied(gateway.remove(service.line().registration()));
        }
        return times / seconds;
    }

    private static void walk(NetSnmp netSnmp, int rows) throws Exception {
        long lines = netSnmp.walk(rows, COLUMNS);
        if (lines != (long) ALL_ONUS * COLUMNS.size()) {
            throw new IllegalStateException("snmpbulkwalk told " + lines + " lines");
        }
    }

    private static void readAll(OltGateway gateway) {
        AtomicInteger online = new AtomicInteger();
        for (int port = 0; port < OltFixture.PORTS; port++) {
            gateway.states(OltFixture.port(OLT, port), ALL, state -> {
                if (state.oper() == OnuState.Oper.ONLINE) {
                    online.incrementAndGet();
                }
            });
        }
        if (online.get() != ALL_ONUS) {
            throw new IllegalStateException(online + " ONUs online");
        }
    }

    private static void applied(DeviceOutcome outcome) {
        if (!(outcome instanceof DeviceOutcome.Applied)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static void print(String heading, List<Turns<Double>> turns) {
        Table table =
                Table.begin(heading, "<who", "ONUs/s, median (lowest–highest)", "times the first (lowest–highest)");
        Samples first = turns.get(0).samples(Double::doubleValue);
        for (Turns<Double> way : turns) {
            Samples rates = way.samples(Double::doubleValue);
            table.row(
                    "%s | %s | %s",
                    way.title(), rates.spread("%,.1f"), rates.over(first).spread("%.2f"));
        }
    }
}
