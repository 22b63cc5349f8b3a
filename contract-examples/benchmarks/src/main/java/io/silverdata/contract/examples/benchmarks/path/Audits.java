package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.benchmarks.jdbc.Copies;
import io.silverdata.contract.examples.benchmarks.jdbc.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.olt.AgentProcess;
import io.silverdata.contract.examples.benchmarks.olt.Fixture;
import io.silverdata.contract.examples.benchmarks.olt.NetSnmp;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.Observation;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.postgresql.PGConnection;

/**
 * An audit of every contract, at OLTs over SNMPv3 and in RADIUS' tables, beside the least that anybody must read: the columns of the same
 * ONUs with snmpbulkwalk, and the rows of the same logins with COPY; and beside an audit that asks for one contract after the other.
 */
final class Audits {
    private static final int ROWS = 50;
    private static final int PAGE = 500;
    private static final String GPON = ".1.3.6.1.4.1.2011.6.128.1.1.2.";
    private static final String FLOWS = ".1.3.6.1.4.1.2011.5.14.5.";
    private static final List<String> COLUMNS = List.of(
            GPON + "43.1.3",
            GPON + "43.1.7",
            GPON + "43.1.8",
            GPON + "46.1.1",
            FLOWS + "5.1.7",
            FLOWS + "2.1.6",
            FLOWS + "2.1.8",
            FLOWS + "2.1.11",
            FLOWS + "2.1.12",
            FLOWS + "2.1.16");
    /** An address where nobody listens: an audit asks no NAS. */
    private static final InetSocketAddress NO_NAS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 3_799);

    private final PostgresPeer server;
    private final int contracts;
    private final int olts;
    private final int naive;
    private final int rounds;

    /**
     * Audits.
     *
     * @param naive how many contracts are asked for one after the other
     */
    Audits(PostgresPeer server, int contracts, int olts, int naive, int rounds) {
        this.server = server;
        this.contracts = contracts;
        this.olts = olts;
        this.naive = Math.min(naive, contracts);
        this.rounds = rounds;
    }

    void run() throws Exception {
        int ofAnOlt = (contracts + olts - 1) / olts;
        try (HikariDataSource contractPool = server.database("path", 2);
                HikariDataSource radius = server.empty("radius", 2);
                AgentProcess agents = new AgentProcess(olts, ofAnOlt, 0);
                OltGateway lines = gateway(agents);
                Host host = new Host(server.url("path"), server.url("radius"), NO_NAS, lines, 1, "audit")) {
            FreeRadiusTables.create(radius);
            host.publishPlans();
            Logins.copy(radius, host.radius(), contracts);
            Copies copies = new Copies(contractPool, ofAnOlt, Fixture.ONUS_OF_A_PORT);
            copies.begin();
            copies.add(0, contracts);
            copies.settle();
            List<Double> read = new ArrayList<>();
            List<Double> audited = new ArrayList<>();
            List<Double> asked = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                double partner = time(() -> readAll(agents, radius));
                double ours = time(() -> audit(host));
                double single = time(() -> askOneByOne(host, lines)) * contracts / naive;
                // the first round is not counted
                if (round > 0 || rounds == 0) {
                    read.add(partner);
                    audited.add(ours);
                    asked.add(single);
                }
            }
            print(read, audited, asked);
        }
    }

    private static OltGateway gateway(AgentProcess agents) {
        OltGateway.Builder builder = OltGateway.builder().discoverDrivers(Audits.class.getClassLoader());
        for (int n = 0; n < agents.ports().size(); n++) {
            builder.olt(Fixture.settings(Fixture.olt(n), agents.ports().get(n), ROWS));
        }
        return builder.build();
    }

    private void readAll(AgentProcess agents, HikariDataSource radius) throws Exception {
        long lines = 0;
        for (int port : agents.ports()) {
            try (NetSnmp netSnmp = new NetSnmp(port)) {
                lines += netSnmp.walk(ROWS, COLUMNS);
            }
        }
        if (lines < (long) COLUMNS.size() * contracts) {
            throw new IllegalStateException("snmpbulkwalk told " + lines + " lines");
        }
        try (Connection connection = radius.getConnection()) {
            for (String table : List.of("radcheck", "radreply", "radusergroup", "radacct")) {
                long rows = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", OutputStream.nullOutputStream());
                if (rows < contracts) {
                    throw new IllegalStateException(table + " has " + rows + " rows");
                }
            }
        }
    }

    private void audit(Host host) {
        List<AuditItem> differences = new ArrayList<>();
        AuditRun run = host.contracts()
                .runs()
                .audit(Selection.live(), CommandContext.by("bench", Trigger.ADMIN))
                .begin();
        AuditProgress progress = run.advance(PAGE, differences::add);
        while (progress.state() == RunState.MORE) {
            progress = run.advance(PAGE, differences::add);
        }
        if (!progress.isClean() || progress.contracts() != contracts) {
            throw new IllegalStateException(
                    progress + ", first " + differences.stream().limit(3).toList());
        }
    }

    private void askOneByOne(Host host, OltGateway lines) {
        new Random(4_711).ints(0, contracts).distinct().limit(naive).forEach(n -> {
            Contract contract = host.contracts().find(Copies.id(n)).orElseThrow();
            DesiredNetwork desired = DesiredNetwork.of(contract);
            inSync(lines.observe(desired.line().service().orElseThrow()));
            inSync(host.radius().observe(desired.access().service().orElseThrow()));
        });
    }

    private static void inSync(Observation observation) {
        if (!(observation instanceof Observation.InSync)) {
            throw new IllegalStateException(observation.toString());
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static double time(Step step) throws Exception {
        long begin = System.nanoTime();
        step.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void print(List<Double> read, List<Double> audited, List<Double> asked) {
        System.out.printf(
                Locale.ROOT,
                "%n### Audit of %,d contracts on %d OLTs%n%n| | seconds | contracts a second | time, times the first |%n"
                        + "|---|--:|--:|--:|%n",
                contracts,
                olts);
        row("snmpbulkwalk of the same columns, and COPY of RADIUS' tables", read, read);
        row("Contracts.audit", audited, read);
        row(String.format(Locale.ROOT, "one contract after the other (%,d of them)", naive), asked, read);
    }

    private void row(String title, List<Double> seconds, List<Double> first) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < seconds.size(); round++) {
            ratios.add(seconds.get(round) / first.get(round));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.1f | %,.0f | %.2f |%n",
                title,
                middle(seconds),
                contracts / middle(seconds),
                middle(ratios));
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
