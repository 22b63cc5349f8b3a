package io.silverdata.contract.examples.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.examples.network.Accounting;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What {@code --radius-jdbc-url}, {@code --nas} and {@code --olt} name: a RADIUS database, a NAS and an OLT that know nothing of the
 * program that they are named to. On SQLite subscribers come online in the moment in which RADIUS would let them in.
 */
public final class ExternalPeers implements AutoCloseable {
    private static final String SECRET = "secret-of-external-peers";
    private static final String NAS = "127.0.0.1";
    private static final int USER_NAME = 1;
    private static final int ACCT_SESSION_ID = 44;

    private final String radiusUrl;
    private final HikariDataSource radius;
    private final SimulatedNas nas;
    private final OltVendor vendor;
    private final OltId oltId;
    private final SimulatedOlt olt;
    private final AtomicInteger disconnects = new AtomicInteger();

    /** Peers with a RADIUS database at a URL. */
    public ExternalPeers(String radiusUrl, OltVendor vendor, OltId oltId, List<PonPortId> ports) throws SQLException {
        this.radiusUrl = radiusUrl;
        this.vendor = vendor;
        this.oltId = oltId;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(radiusUrl);
        config.setMaximumPoolSize(2);
        radius = new HikariDataSource(config);
        FreeRadiusTables.create(radius);
        boolean sqlite = radiusUrl.startsWith("jdbc:sqlite:");
        if (sqlite) {
            comeOnlineByThemselves();
        }
        Accounting accounting = new Accounting(radius, sqlite ? SqlDialect.SQLITE : SqlDialect.POSTGRESQL, NAS);
        nas = SimulatedNas.builder(SECRET)
                .behaviour((request, secret) -> {
                    if (request.code() == NasRequest.DISCONNECT_REQUEST) {
                        disconnects.incrementAndGet();
                        accounting.stop(
                                request.text(USER_NAME).orElseThrow(),
                                request.text(ACCT_SESSION_ID).orElseThrow(),
                                Instant.now());
                    }
                    return NasBehaviour.acknowledging().answer(request, secret);
                })
                .start();
        olt = SimulatedOlt.start(vendor.device(oltId, ports, Plans.all()));
    }

    /** Peers with an SQLite file of their own. */
    public static ExternalPeers in(Path folder, OltVendor vendor, OltId olt, List<PonPortId> ports)
            throws SQLException {
        return new ExternalPeers(
                "jdbc:sqlite:" + folder.resolve("freeradius.db")
                        + "?journal_mode=WAL&synchronous=OFF&busy_timeout=10000",
                vendor,
                olt,
                ports);
    }

    /** The options that name them, with files that they need written to a folder. */
    public List<String> options(Path folder, String nasProfile) throws IOException {
        Path secret = Files.writeString(folder.resolve("nas-secret"), SECRET + "\n");
        List<String> properties = new ArrayList<>(List.of(
                "user=" + SimulatedOlt.USER,
                "auth=" + SimulatedOlt.AUTH.reveal(),
                "priv=" + SimulatedOlt.PRIV.reveal(),
                "experimental=REGISTER,CHANGE_PROFILES,BIND_SERVICE,SET_ADMIN_STATE,DELETE"));
        int number = 1;
        for (PlanSnapshot sold : Plans.all()) {
            properties.add("plan." + sold.lineProfile() + "=" + text(vendor.plan(number++, sold)));
        }
        Path file = Files.write(folder.resolve("olts.properties"), properties);
        return List.of(
                "--radius-jdbc-url=" + radiusUrl,
                "--nas=" + nasProfile + "@127.0.0.1:" + nas.address().getPort() + "/file:" + secret,
                "--olt=" + oltId + "=" + vendor.driver() + "@127.0.0.1:" + olt.port(),
                "--olt-file=" + file);
    }

    /** The ONUs that are registered on the OLT. */
    public List<OnuSerial> registered() {
        return olt.device().configured().stream().map(ConfiguredOnu::serial).toList();
    }

    /** How many Disconnect-Requests came. */
    public int disconnects() {
        return disconnects.get();
    }

    /** The logins that RADIUS would let in. */
    public List<String> logins() throws SQLException {
        return texts("select distinct username from radcheck where attribute = 'Cleartext-Password' and username not in"
                + " (select username from radcheck where attribute = 'Auth-Type' and value = 'Reject')");
    }

    /** The logins that are online. */
    public List<String> online() throws SQLException {
        return texts("select username from radacct where acctstoptime is null");
    }

    private List<String> texts(String query) throws SQLException {
        try (Connection connection = radius.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** The last row that is written of a login is the one with its Class, which the NAS would be given. */
    private void comeOnlineByThemselves() throws SQLException {
        try (Connection connection = radius.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create trigger online after insert on radreply when new.attribute = 'Class'"
                    + " and not exists (select 1 from radcheck c where c.username = new.username and c.value = 'Reject')"
                    + " and not exists (select 1 from radacct a where a.username = new.username and a.acctstoptime is null)"
                    + " begin insert into radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime,"
                    + " framedipaddress, class) values ('s' || new.id, 'u' || new.id, new.username, '" + NAS
                    + "', 0, '198.51.100.9', new.value); end");
        }
    }

    private static String text(LinePlan plan) {
        return plan.profiles().line() + "/" + plan.profiles().service()
                + plan.services().stream().map(ExternalPeers::text).collect(Collectors.joining());
    }

    private static String text(ServiceBinding service) {
        return "/" + service.gemPort() + ":" + service.user().map(Vlan::id).orElseThrow() + ":"
                + service.outer().id()
                + service.upstream().map(name -> ":" + name).orElse("");
    }

    @Override
    public void close() {
        nas.close();
        olt.close();
        radius.close();
    }
}
