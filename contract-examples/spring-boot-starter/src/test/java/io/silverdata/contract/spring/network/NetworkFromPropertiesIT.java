package io.silverdata.contract.spring.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusAccounting;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ReplyAttribute;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spring.PostgresDatabases;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.testkit.ContractFixtures;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application whose network is made of properties, against FreeRADIUS' tables on PostgreSQL, a NAS and an OLT over UDP. */
class NetworkFromPropertiesIT {
    private static final String SECRET = "a-secret-of-16-octets";
    private static final String NAS_ADDRESS = "192.0.2.1";
    private static final CommandContext STAFF = CommandContext.by("ana", Trigger.ADMIN);
    private static final RadiusUser USER = ContractFixtures.radiusUser(1);

    private static PostgresDatabases databases;

    private final NasSessions sessions = new NasSessions();
    private JdbcTemplate freeRadius;
    private FreeRadiusAccounting accounting;
    private String radiusUrl;
    private SimulatedNas nas;
    private SimulatedOlt olt;

    @BeforeAll
    static void startServer() {
        databases = PostgresDatabases.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        databases.close();
    }

    @BeforeEach
    void startPeers() {
        radiusUrl = databases.empty();
        DataSource database = new DriverManagerDataSource(radiusUrl);
        FreeRadiusTables.create(database);
        freeRadius = new JdbcTemplate(database);
        accounting = new FreeRadiusAccounting(database, NAS_ADDRESS, Clock.systemUTC());
        nas = SimulatedNas.builder(SECRET)
                .sessions(sessions.onStop(accounting::stop))
                .start();
        olt = SimulatedOlt.start(new SimulatedHuawei(
                ContractFixtures.smallPlant().ponPorts().stream()
                        .map(port -> port.id())
                        .toList(),
                Set.of("ftth-100"),
                Set.of("bridge")));
    }

    @AfterEach
    void stopPeers() {
        olt.close();
        nas.close();
    }

    @Test
    void an_activation_a_cut_and_an_end_are_seen_at_the_peers() {
        try (Host host = host()) {
            Contracts contracts = host.bean(Contracts.class);
            ContractId id = signUp(contracts);
            assertThat(deliver(contracts, id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);

            assertThat(olt.device().configured())
                    .extracting(
                            ConfiguredOnu::serial, ConfiguredOnu::line, ConfiguredOnu::service, ConfiguredOnu::services)
                    .containsExactly(tuple(ContractFixtures.onu(1), "ftth-100", "bridge", 1));
            assertThat(passwords()).containsExactly(host.bean(Vault.class).passwordOf(USER));
            assertThat(groups())
                    .containsExactly(ContractFixtures.plan().accessProfile().value());

            NasSession session = NasSession.of("81a00001", USER.value(), "198.51.100.9");
            sessions.open(session);
            accounting.start(session);
            contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);
            assertThat(deliver(contracts, id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);

            assertThat(nas.requests()).extracting(NasRequest::code).contains(NasRequest.DISCONNECT_REQUEST);
            assertThat(sessions.all()).isEmpty();
            assertThat(groups()).contains("walled");

            contracts.cancel(id, CancellationReason.NON_PAYMENT, STAFF);
            assertThat(deliver(contracts, id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);

            assertThat(olt.device().configured()).isEmpty();
            assertThat(passwords()).isEmpty();
        }
    }

    @Test
    void a_login_that_others_wrote_is_taken_over_only_where_that_is_said() {
        freeRadius.update(
                "insert into radcheck (username, attribute, op, value) values (?, 'Cleartext-Password', ':=', 'theirs')",
                USER.value());

        try (Host host = host()) {
            Contracts contracts = host.bean(Contracts.class);
            ContractId id = signUp(contracts);
            assertThat(deliver(contracts, id)).isEqualTo(ProvisioningState.Summary.FAILED);
            assertThat(contracts.worker().parked(10))
                    .extracting(ParkedWork::problem)
                    .anyMatch(problem -> problem.contains("LOGIN_NOT_CLEAN"));
        }
        try (Host host = host("contract.radius.adopts-logins=true")) {
            Contracts contracts = host.bean(Contracts.class);
            ContractId id = signUp(contracts);
            assertThat(deliver(contracts, id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        }
    }

    @Test
    void the_nas_of_freeradius_own_table_are_asked_and_logins_have_the_name_of_their_owner() {
        freeRadius.update(
                "insert into nas (nasname, shortname, type, secret) values (?, 'bng-1', 'other', ?)",
                NAS_ADDRESS,
                SECRET);

        try (Host host = start("contract.radius.owner=north", "contract.radius.nas-table=walledGarden")) {
            Contracts contracts = host.bean(Contracts.class);
            ContractId id = signUp(contracts);
            assertThat(deliver(contracts, id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);

            assertThat(freeRadius.queryForList(
                            "select value from radcheck where username = ?", String.class, USER.value()))
                    .anyMatch(value -> value.contains("north"));
        }
    }

    @Test
    void attributes_that_contracts_may_have_reach_freeradius() {
        try (Host host = host(
                "contract.reply-attributes[0].name=Filter-Id",
                "contract.reply-attributes[1].name=Acme-Shape",
                "contract.reply-attributes[1].type=INTEGER",
                "contract.radius.reply-attributes[0].name=Acme-Shape",
                "contract.radius.reply-attributes[0].vendor=99999",
                "contract.radius.reply-attributes[0].code=7",
                "contract.radius.reply-attributes[0].kind=INTEGER")) {
            Contracts contracts = host.bean(Contracts.class);
            ContractId id = signUp(contracts);
            contracts
                    .changeAccessSettings(
                            id,
                            AccessSettings.NONE
                                    .with(new ReplyAttribute("Filter-Id", "garden"))
                                    .with(new ReplyAttribute("Acme-Shape", "12")),
                            STAFF)
                    .get();

            assertThat(deliver(contracts, id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);

            assertThat(freeRadius.queryForList(
                            "select attribute || '=' || value from radreply where username = ?",
                            String.class,
                            USER.value()))
                    .contains("Filter-Id=garden", "Acme-Shape=12");
            assertThat(contracts.changeAccessSettings(
                            id, AccessSettings.NONE.with(new ReplyAttribute("Idle-Timeout", "60")), STAFF))
                    .isEqualTo(Either.left(new Rejection.AttributeNotAllowed("Idle-Timeout", 0)));
        }
    }

    private Host host(String... more) {
        List<String> properties = new ArrayList<>(List.of(
                "contract.radius.nas[0].name=bng-1",
                "contract.radius.nas[0].address=127.0.0.1",
                "contract.radius.nas[0].port=" + nas.address().getPort(),
                "contract.radius.nas[0].secret=" + SECRET,
                "contract.radius.nas[0].profile=walledGarden",
                "contract.radius.nas[0].serves[0]=" + NAS_ADDRESS));
        properties.addAll(List.of(more));
        return start(properties.toArray(String[]::new));
    }

    private Host start(String... more) {
        List<String> properties = new ArrayList<>(List.of(
                "contract.worker.enabled=false",
                "contract.radius.dialect=postgresql",
                "contract.radius.database.url=" + radiusUrl,
                "contract.radius.database.username=postgres",
                "contract.radius.database.password=postgres",
                "contract.radius.throttled.group=slow",
                "contract.radius.throttled.down-mbps=1",
                "contract.radius.throttled.up-mbps=2",
                "contract.radius.captive.group=walled",
                "contract.radius.captive.down-mbps=4",
                "contract.radius.captive.up-mbps=3"));
        String at = "contract.olts." + ContractFixtures.oltId(1);
        properties.addAll(List.of(
                at + ".host=127.0.0.1",
                at + ".port=" + olt.port(),
                at + ".driver=huawei-smartax",
                at + ".options.traffic=name",
                at + ".allow-experimental=REGISTER,CHANGE_PROFILES,BIND_SERVICE,SET_ADMIN_STATE,DELETE",
                at + ".v3.user=" + SimulatedOlt.USER,
                at + ".v3.auth=SHA_256",
                at + ".v3.auth-passphrase=" + SimulatedOlt.AUTH.reveal(),
                at + ".v3.priv=AES_128",
                at + ".v3.priv-passphrase=" + SimulatedOlt.PRIV.reveal(),
                at + ".plans[0].profile=" + ContractFixtures.plan().lineProfile(),
                at + ".plans[0].line=ftth-100",
                at + ".plans[0].service=bridge",
                at + ".plans[0].bindings[0].gem-port=1",
                at + ".plans[0].bindings[0].user=100",
                at + ".plans[0].bindings[0].outer=1100"));
        properties.addAll(List.of(more));
        return Host.of(
                NetworkApplication.class,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                properties.toArray(String[]::new));
    }

    private static ContractId signUp(Contracts contracts) {
        NewContract terms = NewContract.of(
                ContractFixtures.customer(1), ContractFixtures.plan().id(), ContractFixtures.address(1));
        return contracts
                .signUp(new SignUp(terms, ContractFixtures.onu(1), USER), STAFF)
                .get()
                .contract()
                .id();
    }

    private static ProvisioningState.Summary deliver(Contracts contracts, ContractId id) {
        contracts.worker().deliverPending(10);
        return contracts.find(id).orElseThrow().provisioning().summary();
    }

    private List<@Nullable String> groups() {
        return freeRadius.queryForList(
                "select groupname from radusergroup where username = ? order by priority", String.class, USER.value());
    }

    private List<@Nullable String> passwords() {
        return freeRadius.queryForList(
                "select value from radcheck where username = ? and attribute = 'Cleartext-Password'",
                String.class,
                USER.value());
    }
}
