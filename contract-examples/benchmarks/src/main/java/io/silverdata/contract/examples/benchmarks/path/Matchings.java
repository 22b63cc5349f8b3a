package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.examples.benchmarks.olt.AgentProcess;
import io.silverdata.contract.examples.benchmarks.olt.OltFixture;
import io.silverdata.contract.examples.benchmarks.storage.ContractCopies;
import io.silverdata.contract.matching.Matching;
import io.silverdata.contract.matching.SeenLogin;
import io.silverdata.contract.matching.SeenOnu;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.LineInventory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a provider that moves in does first, beside an audit of the same: reads every ONU and every login, and proposes which belong
 * together. Every tenth subscriber has no contract here yet.
 */
final class Matchings {
    private static final int PAGE = 500;
    private static final int WITHOUT_CONTRACT = 10;

    private final PostgresPeer server;
    private final int count;
    private final int olts;
    private final int rounds;

    Matchings(PostgresPeer server, int count, int olts, int rounds) {
        this.server = server;
        this.count = count;
        this.olts = olts;
        this.rounds = rounds;
    }

    void run() throws Exception {
        int ofAnOlt = (count + olts - 1) / olts;
        try (HikariDataSource contractPool = server.database("matching", 2);
                HikariDataSource radius = Logins.database(server);
                AgentProcess agents = new AgentProcess(olts, ofAnOlt, 0);
                OltGateway lines = OltFixture.gateway(agents.ports(), Audits.ROWS);
                Host host =
                        new Host(server.url("matching"), server.url("radius"), Audits.NO_NAS, lines, 0, "matching")) {
            host.publishPlans();
            Logins.copy(radius, host.radius(), count);
            ContractCopies copies = new ContractCopies(contractPool, ofAnOlt, OltFixture.ONUS_OF_A_PORT);
            copies.begin();
            copies.add(0, count);
            copies.settle();
            print(new Rounds<Double>()
                    .with("ContractRuns.audit", round -> Timing.seconds(() -> Audits.audit(host, count)))
                    .with("reading, and Matching.of", round -> Timing.seconds(() -> match(host, lines, radius)))
                    .run(rounds));
        }
    }

    private void match(Host host, OltGateway lines, HikariDataSource radius) throws SQLException {
        List<SeenOnu> onus = new ArrayList<>();
        for (int olt = 0; olt < olts; olt++) {
            LineInventory inventory = lines.inventory(OltFixture.olt(olt)).match(read -> read, unreadable -> {
                throw new IllegalStateException(unreadable);
            });
            inventory.registrations().forEach(registration -> onus.add(SeenOnu.of(registration)));
        }
        List<SeenLogin> logins = logins(radius);
        Matching matching = Matching.of(contracts(host), onus, logins);
        int expected = count / WITHOUT_CONTRACT;
        if (matching.onusWithoutContract().size() != expected
                || matching.loginsWithoutContract().size() != expected) {
            throw new IllegalStateException(matching.onusWithoutContract().size() + " ONUs and "
                    + matching.loginsWithoutContract().size() + " logins without a contract");
        }
    }

    private static List<SeenLogin> logins(HikariDataSource radius) throws SQLException {
        List<SeenLogin> logins = new ArrayList<>();
        try (Connection connection = radius.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT username FROM radcheck")) {
            while (rows.next()) {
                logins.add(SeenLogin.of(new RadiusUser(rows.getString(1))));
            }
        }
        return logins;
    }

    private List<Contract> contracts(Host host) {
        List<Contract> contracts = new ArrayList<>();
        for (int begin = 0; begin < count; begin += PAGE) {
            List<ContractId> some = IntStream.range(begin, Math.min(count, begin + PAGE))
                    .filter(n -> n % WITHOUT_CONTRACT != 0)
                    .mapToObj(ContractCopies::id)
                    .toList();
            contracts.addAll(host.contracts().findAll(some));
        }
        return contracts;
    }

    private void print(List<Turns<Double>> ways) {
        Table table = Table.begin(
                String.format(Locale.ROOT, "%,d ONUs on %d OLTs, and as many logins", count, olts),
                "<",
                "seconds",
                "time, times the audit");
        Samples audit = ways.get(0).samples(Double::doubleValue);
        for (Turns<Double> way : ways) {
            Samples seconds = way.samples(Double::doubleValue);
            table.row(
                    "%s | %,.1f | %.2f",
                    way.title(), seconds.median(), seconds.over(audit).median());
        }
    }
}
