package io.silverdata.contract.examples.benchmarks.olt;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;

/** Runs the comparison, and prints its tables in Markdown. */
@CommandLine.Command(
        name = "contract-examples-bench-olt",
        mixinStandardHelpOptions = true,
        description = "Measures the gateway for OLTs beside net-snmp.")
public final class Main implements Callable<Integer> {
    private static final OltId OLT = Fixture.olt(0);
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
    private static final int ALL_ONUS = Fixture.PORTS * Fixture.ONUS_OF_A_PORT;
    private static final int REGISTERED_BEFORE = 100;
    private static final int NEW_ONU = 1_000_000;

    @CommandLine.Option(names = "--rounds", defaultValue = "7", description = "of each comparison, default 7")
    private int rounds;

    @CommandLine.Option(names = "--only", description = "${COMPLETION-CANDIDATES}; default: each of them")
    private List<Part> only = List.of(Part.values());

    /** What is measured. */
    enum Part {
        REGISTER,
        STATES,
        MEMORY,
        MANY
    }

    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
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
                OltGateway gateway = gateway(agents, 10)) {
            LineService service = Fixture.service(OLT, 1, NEW_ONU);
            applied(gateway.ensure(service));
            applied(gateway.remove(service.line().registration()));
            agents.ask("record");
            applied(gateway.ensure(service));
            List<String> requests = agents.recorded();
            applied(gateway.remove(service.line().registration()));
            new Rounds()
                    .with("net-snmp's tools", () -> registered(gateway, service, 5, () -> netSnmp.byTools(requests)))
                    .with(
                            "net-snmp's library, from Perl",
                            () -> registered(gateway, service, 50, () -> netSnmp.byLibrary(requests)))
                    .with(
                            "this library",
                            () -> registered(gateway, service, 50, () -> applied(gateway.ensure(service))))
                    .run(rounds)
                    .print("Register and verify, " + requests.size() + " requests each", "ONUs/s");
            requests.stream()
                    .map(request -> request.substring(0, Math.min(request.length(), 70)))
                    .forEach(System.out::println);
        }
    }

    private void states() throws Exception {
        try (AgentProcess agents = new AgentProcess(1, ALL_ONUS, 0);
                NetSnmp netSnmp = new NetSnmp(agents.ports().get(0));
                OltGateway ten = gateway(agents, 10);
                OltGateway twentyFive = gateway(agents, 25)) {
            new Rounds()
                    .with("snmpbulkwalk -Cr10", () -> perSecond(ALL_ONUS, () -> walk(netSnmp, 10)))
                    .with("snmpbulkwalk -Cr25", () -> perSecond(ALL_ONUS, () -> walk(netSnmp, 25)))
                    .with("this library, 10 rows", () -> perSecond(ALL_ONUS, () -> readAll(ten)))
                    .with("this library, 25 rows", () -> perSecond(ALL_ONUS, () -> readAll(twentyFive)))
                    .run(rounds)
                    .print("State of 10,000 ONUs, ten columns", "ONUs/s");
        }
    }

    private static void memory() throws Exception {
        try (AgentProcess agents = new AgentProcess(1, ALL_ONUS, 0);
                OltGateway gateway = gateway(agents, 10)) {
            readAll(gateway);
            System.out.println();
            System.out.println("### Heap in use after a full collection, while reading");
            System.out.println();
            System.out.println("| ONUs read | KiB |");
            System.out.println("|--:|--:|");
            System.out.printf(Locale.ROOT, "| %,d | %,d |%n", 0, used() / 1_024);
            AtomicInteger read = new AtomicInteger();
            for (int port = 0; port < Fixture.PORTS; port++) {
                gateway.states(Fixture.port(OLT, port), ALL, state -> {
                    if (read.incrementAndGet() % 2_500 == 0) {
                        System.out.printf(Locale.ROOT, "| %,d | %,d |%n", read.get(), used() / 1_024);
                    }
                });
            }
        }
    }

    /** Each OLT answers a set after 60 ms, as slow ones do, so that what counts is how many are waited for at once. */
    private void many() throws Exception {
        int olts = 200;
        int each = 4;
        int rounds = Math.min(this.rounds, 5);
        int slowSets = 3 * each * (rounds + 2);
        try (AgentProcess one = new AgentProcess(1, 0, slowSets);
                AgentProcess all = new AgentProcess(olts, 0, slowSets);
                OltGateway toOne = gateway(one, 10);
                OltGateway toAll = gateway(all, 10)) {
            new Rounds()
                    .with("one OLT", () -> inParallel(toOne, 1, each))
                    .with("200 OLTs, a thread each", () -> inParallel(toAll, olts, each))
                    .run(rounds)
                    .print("Register on OLTs that take 60 ms for a set", "ONUs/s");
            System.out.println();
            System.out.println("Sets that overlapped another one of the same OLT: " + all.ask("overlaps"));
        }
    }

    /** Registers ONUs on so many OLTs at a time, and removes them when the clock has stopped. */
    private static double inParallel(OltGateway gateway, int olts, int each) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(olts);
        try {
            double rate = perSecond(
                    olts * each,
                    () -> all(
                            threads, olts, each, (olt, onu) -> applied(gateway.ensure(Fixture.service(olt, 1, onu)))));
            all(
                    threads,
                    olts,
                    each,
                    (olt, onu) ->
                            applied(gateway.remove(Fixture.line(olt, 1, onu).registration())));
            return rate;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void all(ExecutorService threads, int olts, int each, Order order) throws Exception {
        List<Future<?>> under = new ArrayList<>();
        for (int n = 0; n < olts; n++) {
            OltId olt = Fixture.olt(n);
            under.add(threads.submit(() -> {
                for (int onu = 1; onu <= each; onu++) {
                    order.carryOut(olt, onu);
                }
            }));
        }
        for (Future<?> one : under) {
            one.get();
        }
    }

    private static double registered(OltGateway gateway, LineService service, int times, Step step) throws Exception {
        long taken = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            step.run();
            taken += System.nanoTime() - start;
            applied(gateway.remove(service.line().registration()));
        }
        return times * 1e9 / taken;
    }

    private static void walk(NetSnmp netSnmp, int rows) throws Exception {
        long lines = netSnmp.walk(rows, COLUMNS);
        if (lines != (long) ALL_ONUS * COLUMNS.size()) {
            throw new IllegalStateException("snmpbulkwalk told " + lines + " lines");
        }
    }

    private static void readAll(OltGateway gateway) {
        AtomicInteger online = new AtomicInteger();
        for (int port = 0; port < Fixture.PORTS; port++) {
            gateway.states(Fixture.port(OLT, port), ALL, state -> {
                if (state.oper() == OnuState.Oper.ONLINE) {
                    online.incrementAndGet();
                }
            });
        }
        if (online.get() != ALL_ONUS) {
            throw new IllegalStateException(online + " ONUs online");
        }
    }

    private static double perSecond(int count, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return count * 1e9 / (System.nanoTime() - start);
    }

    private static OltGateway gateway(AgentProcess agents, int rows) {
        OltGateway.Builder builder = OltGateway.builder().driver(new HuaweiDriverProvider());
        for (int n = 0; n < agents.ports().size(); n++) {
            builder.olt(Fixture.settings(Fixture.olt(n), agents.ports().get(n), rows));
        }
        return builder.build();
    }

    private static void applied(DeviceOutcome outcome) {
        if (!(outcome instanceof DeviceOutcome.Applied)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    @FunctionalInterface
    private interface Order {
        void carryOut(OltId olt, int onu);
    }
}
