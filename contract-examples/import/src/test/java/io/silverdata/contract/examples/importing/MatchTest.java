package io.silverdata.contract.examples.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.examples.network.MemoryNetwork;
import io.silverdata.contract.examples.network.Network;
import io.silverdata.contract.examples.network.NetworkOptions;
import io.silverdata.contract.examples.network.NetworkPlan;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.examples.testkit.ExternalPeers;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Contracts beside a simulated OLT and the tables of RADIUS, which another system filled. */
class MatchTest {
    private static final OltId OLT = new OltId("olt-1");
    private static final OltId OTHER = new OltId("olt-2");
    private static final GeoPosition HOME = new GeoPosition(-2.9, -79.0);
    private static final GeoPosition FAR = new GeoPosition(-2.95, -79.05);
    private static final CommandContext STAFF = CommandContext.by("the test", Trigger.ADMIN);
    private static final List<String> TABLES =
            List.of("radcheck", "radreply", "radusergroup", "radgroupreply", "radacct");

    @TempDir
    private Path folder = Path.of("");

    private @Nullable ExternalPeers started;
    private List<String> options = List.of();

    @BeforeEach
    void fillTheNetwork() throws IOException, SQLException {
        ExternalPeers peers = ExternalPeers.in(folder, OltVendor.HUAWEI, OLT, List.of(ponPort(OLT)));
        started = peers;
        options = peers.options(folder, "mikrotik");
        NetworkOptions parsed = CommandLine.populateCommand(new NetworkOptions(), options.toArray(String[]::new));
        Storage other = new InMemoryStorage();
        try (Network network = parsed.open(
                new NetworkPlan(Map.of(OLT, OltVendor.HUAWEI.driver()), List.of(), Plans.all()),
                folder,
                Instant.now())) {
            Contracts there = contracts(other, network);
            for (int n = 1; n <= 4; n++) {
                signUp(there, n, onu(n), "user-" + n, HOME);
            }
            there.worker().deliverPending(100);
        }
        assertThat(peers.registered()).hasSize(4);
        execute("update radacct set nasportid = '0/1/0:vlan-100'");
    }

    @AfterEach
    void close() {
        peers().close();
    }

    private ExternalPeers peers() {
        return Objects.requireNonNull(started);
    }

    @Test
    void what_has_no_contract_and_what_contracts_lack_is_written_down_with_proposals_and_nothing_is_changed()
            throws IOException, SQLException {
        Contract typo = here(contracts -> {
            signUp(contracts, 1, onu(1), "user-1", HOME);
            signUp(contracts, 3, onu(3), "user-3@isp", HOME);
            return signUp(contracts, 2, new OnuSerial("HWTC00000092"), "user-2", HOME);
        });
        execute(
                "insert into radcheck (username, attribute, op, value) values ('a' || char(9) || 'b', 'Cleartext-Password', ':=', 'x')");
        List<String> rows = rows();

        CommandRun run = match("--port-id=(\\d+)/(\\d+)/(\\d+):.*=olt-1:$1/$2/$3");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("Contracts read +3")
                .containsPattern("ONUs without a contract +2")
                .containsPattern("Logins without a contract +2")
                .containsPattern("Contracts whose ONU no OLT has +1")
                .containsPattern("Contracts whose login RADIUS does not have +1")
                .containsPattern("Proposals, HIGH +2");
        assertThat(lines("onus-without-contract.csv"))
                .containsExactlyInAnyOrder("onu,pon_port", "HWTC00000002,olt-1:0/1/0", "HWTC00000004,olt-1:0/1/0");
        assertThat(lines("logins-without-contract.csv"))
                .contains("user-3,olt-1:0/1/0,", "user-4,olt-1:0/1/0,")
                .contains("a\tb,,no contract can have this name");
        assertThat(lines("contracts-without-onu.csv"))
                .hasSize(2)
                .anyMatch(line -> line.contains(typo.number() + ",ACTIVE,c-2,Calle 2,olt-1:0/1/0")
                        && line.endsWith("HWTC00000092,user-2"));
        assertThat(lines("contracts-without-login.csv")).hasSize(2).anyMatch(line -> line.endsWith("user-3@isp"));
        assertThat(lines("proposals.csv"))
                .contains("HIGH,ONU_OF_CONTRACT," + typo.id() + "," + typo.number()
                        + ",HWTC00000002,olt-1:0/1/0,,,SERIAL SAME_PON_PORT")
                .anyMatch(line -> line.startsWith("HIGH,LOGIN_OF_CONTRACT,")
                        && line.endsWith(",user-3,olt-1:0/1/0,LOGIN_SPELLING SAME_PON_PORT"));
        assertThat(rows()).isEqualTo(rows);
        assertThat(peers().registered()).containsExactlyInAnyOrder(onu(1), onu(2), onu(3), onu(4));
        assertThat(peers().disconnects()).isZero();
        Contract after = here(contracts -> contracts.find(typo.id()).orElseThrow());
        assertThat(after).isEqualTo(typo);
    }

    @Test
    void of_an_olt_that_does_not_answer_nothing_is_said() throws IOException {
        Contract there = here(contracts -> signUp(contracts, 9, onu(9), "user-1", FAR));

        CommandRun run = match("--olt=" + OTHER + "=" + OltVendor.HUAWEI.driver() + "@127.0.0.1:1");

        assertThat(there.line().orElseThrow().ports().ponPort().olt()).isEqualTo(OTHER);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("Not read: OLT olt-2: ")
                .containsPattern("Contracts on OLTs that were not read +1")
                .containsPattern("Contracts whose ONU no OLT has +0");
        assertThat(lines("contracts-without-onu.csv")).hasSize(1);
    }

    @Test
    void without_radius_nothing_is_compared_and_nothing_is_written() throws IOException {
        here(contracts -> signUp(contracts, 1, onu(1), "user-1", HOME));
        List<String> others = new ArrayList<>(options);
        others.set(0, "--radius-jdbc-url=jdbc:sqlite:" + folder.resolve("empty.db"));
        options = others;

        CommandRun run = match();

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("there is no table radacct");
        assertThat(folder.resolve("data/reports/proposals.csv")).doesNotExist();
    }

    @Test
    void wrong_options_are_told() throws IOException {
        assertThat(match("--port-id=(").err()).contains("--port-id (");
        assertThat(match("--port-id=(=x").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of(folder, "match").err()).contains("--olt", "--radius-jdbc-url");
        assertThat(CommandRun.of(folder, "match", "--radius-jdbc-url=jdbc:sqlite:x.db", "--olt=nonsense")
                        .err())
                .contains("expected ID=DRIVER@HOST[:PORT]");
    }

    private CommandRun match(String... more) {
        List<String> all = new ArrayList<>(List.of("match", "--data=" + folder.resolve("data")));
        options.stream().filter(option -> !option.startsWith("--nas=")).forEach(all::add);
        all.addAll(List.of(more));
        return CommandRun.of(folder, all.toArray(String[]::new));
    }

    private List<String> lines(String report) throws IOException {
        return Files.readAllLines(folder.resolve("data/reports").resolve(report));
    }

    /** Does something to the database that is compared. No device is behind it. */
    private <T> T here(Function<Contracts, T> work) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:h2:file:" + data.toAbsolutePath().resolve("contracts") + ";WRITE_DELAY=0");
        pool.setUsername("sa");
        pool.setPassword("");
        try (HikariDataSource database = new HikariDataSource(pool)) {
            Schema.migrate(database);
            return work.apply(
                    contracts(JdbcStorage.builder().dataSource(database).build(), new MemoryNetwork()));
        }
    }

    private static Contracts contracts(Storage storage, Network network) {
        storage.plant().install(plant());
        return Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(Plans.onSale())
                .radius(network.access())
                .olts(network.lines())
                .zone(ZoneOffset.UTC)
                .build();
    }

    private static Contract signUp(Contracts contracts, int n, OnuSerial onu, String login, GeoPosition home) {
        NewContract terms = NewContract.of(
                new CustomerId("c-" + n), Plans.all().get(0).id(), new ServiceAddress("Calle " + n, home));
        return contracts
                .signUp(new SignUp(terms, onu, new RadiusUser(login)), STAFF)
                .get()
                .contract();
    }

    private static OnuSerial onu(int n) {
        return new OnuSerial("HWTC0000000" + n);
    }

    private static PonPortId ponPort(OltId olt) {
        return new PonPortId(olt, 0, 1, 0);
    }

    private static PlantLayout plant() {
        List<Olt> olts = new ArrayList<>();
        List<PonPort> ports = new ArrayList<>();
        List<Splitter> splitters = new ArrayList<>();
        for (OltId olt : List.of(OLT, OTHER)) {
            olts.add(new Olt(olt, ServiceState.UP));
            ports.add(new PonPort(
                    ponPort(olt),
                    Set.of(Plans.all().get(0).technology()),
                    64,
                    Optional.of(OpticalPower.ofDbm(4)),
                    ServiceState.UP));
            splitters.add(new Splitter(
                    new SplitterId("NAP-" + olt),
                    ponPort(olt),
                    Optional.empty(),
                    16,
                    olt.equals(OLT) ? HOME : FAR,
                    Optional.of(Decibels.of(14)),
                    Distance.ofMetres(500)));
        }
        return new PlantLayout(olts, ports, splitters);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = radius();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All rows of RADIUS' tables. */
    private List<String> rows() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = radius();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        StringBuilder row = new StringBuilder(table);
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            row.append('|').append(rows.getString(column));
                        }
                        all.add(row.toString());
                    }
                }
            }
        }
        return all;
    }

    private Connection radius() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("freeradius.db"));
    }
}
