package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.examples.benchmarks.olt.AgentProcess;
import io.silverdata.contract.examples.benchmarks.olt.NetSnmp;
import io.silverdata.contract.examples.benchmarks.olt.OltFixture;
import io.silverdata.contract.examples.benchmarks.storage.ContractCopies;
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
    static final int ROWS = 50;
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
    static final InetSocketAddress NO_NAS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 3_799);

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
                HikariDataSource radius = Logins.database(server);
                AgentProcess agents = new AgentProcess(olts, ofAnOlt, 0);
                OltGateway lines = OltFixture.gateway(agents.ports(), ROWS);
                Host host = new Host(server.url("path"), server.url("radius"), NO_NAS, lines, 0, "audit")) {
            host.publishPlans();
            Logins.copy(radius, host.radius(), contracts);
            ContractCopies copies = new ContractCopies(contractPool, ofAnOlt, OltFixture.ONUS_OF_A_PORT);
            copies.begin();
            copies.add(0, contracts);
            copies.settle();
            print(new Rounds<Double>()
                    .with(
                            "snmpbulkwalk of the same columns, and COPY of RADIUS' tables",
                            round -> Timing.seconds(() -> readAll(agents, radius)))
                    .with("ContractRuns.audit", round -> Timing.seconds(() -> audit(host, contracts)))
                    .with(
                            String.format(Locale.ROOT, "one contract after the other (%,d of them)", naive),
                            round -> Timing.seconds(() -> askOneByOne(host, lines)) * contracts / naive)
                    .run(rounds));
        }
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

    /** An audit of all contracts, which must find nothing. */
    static void audit(Host host, int contracts) {
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
            Contract contract = host.contracts().find(ContractCopies.id(n)).orElseThrow();
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

    private void print(List<Turns<Double>> ways) {
        Table table = Table.begin(
                String.format(Locale.ROOT, "Audit of %,d contracts on %d OLTs", contracts, olts),
                "<",
                "seconds",
                "contracts a second",
                "time, times the first");
        Samples first = ways.get(0).samples(Double::doubleValue);
        for (Turns<Double> way : ways) {
            Samples seconds = way.samples(Double::doubleValue);
            table.row(
                    "%s | %,.1f | %,.0f | %.2f",
                    way.title(),
                    seconds.median(),
                    contracts / seconds.median(),
                    seconds.over(first).median());
        }
    }
}
