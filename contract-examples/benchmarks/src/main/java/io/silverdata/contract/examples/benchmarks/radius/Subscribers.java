package io.silverdata.contract.examples.benchmarks.radius;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.testkit.ContractFixtures;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Subscribers in FreeRADIUS' tables on PostgreSQL, each with one open session at one NAS, and a gateway with its defaults. */
final class Subscribers implements AutoCloseable {
    private static final String NAS = "192.0.2.1";
    private static final HoldGroup THROTTLED = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
    private static final HoldGroup CAPTIVE = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));
    private static final NasProfile PROFILE = NasProfiles.withCaptivity(
            NasProfiles.mikrotik(), RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden"));
    // as many as a worker takes at a time
    private static final int AT_ONCE = 512;

    private final HikariDataSource pool;
    private final RadiusGateway gateway;
    private final int count;

    private Subscribers(HikariDataSource pool, InetSocketAddress nas, int count) {
        this.pool = pool;
        this.count = count;
        this.gateway = RadiusGateway.builder()
                .dataSource(pool, SqlDialect.POSTGRESQL)
                .throttled(THROTTLED)
                .captive(CAPTIVE)
                .credentials(user -> new Password("a-password"))
                .nas(NasSettings.builder(
                                "nas",
                                NasEndpoint.builder(nas.getAddress(), SharedSecret.of(CoaListener.SECRET))
                                        .port(nas.getPort())
                                        .build(),
                                PROFILE)
                        .serves(NAS)
                        .build())
                .build();
    }

    /** An empty database of that name with FreeRADIUS' tables, and the index of docs/radius.md. */
    static void createTables(PostgresPeer server, String database) throws SQLException {
        try (HikariDataSource pool = server.empty(database, 1)) {
            FreeRadiusTables.create(pool);
            PostgresPeer.execute(
                    pool,
                    "CREATE INDEX radacct_open_user ON radacct (username) WHERE acctstoptime IS NULL",
                    "DROP INDEX radacct_username");
        }
    }

    /** Writes them, and opens their sessions. */
    static Subscribers make(PostgresPeer server, String database, InetSocketAddress nas, int count)
            throws SQLException {
        Subscribers made = new Subscribers(server.pool(database, 2), nas, count);
        PlanSnapshot plan = ContractFixtures.plan();
        made.publish(PlanGroup.of(plan.accessProfile(), plan.rates()));
        made.publish(PlanGroup.of(THROTTLED.group(), THROTTLED.rates()));
        made.publish(PlanGroup.captive(CAPTIVE.group(), CAPTIVE.rates()));
        made.bring(Enforcement.NONE, count);
        PostgresPeer.execute(
                made.pool,
                "INSERT INTO radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime,"
                        + " framedipaddress) SELECT 's' || n, 's' || n, 'user-' || n || '@example.net', '" + NAS
                        + "', now(), '100.64.0.0'::inet + n FROM generate_series(0, " + (count - 1) + ") n");
        PostgresPeer.settle(made.pool);
        return made;
    }

    /** Brings the first so many of them to this enforcement, on this thread. */
    void bring(Enforcement enforcement, int some) {
        for (int from = 0; from < some; from += AT_ONCE) {
            List<AccessOrder> orders = new ArrayList<>();
            for (int n = from; n < Math.min(from + AT_ONCE, some); n++) {
                orders.add(new AccessOrder.Ensure(service(n, enforcement)));
            }
            gateway.carryOut(orders).forEach(Subscribers::requireApplied);
        }
    }

    /** The same, order by order. */
    void bringOneByOne(Enforcement enforcement, int some) {
        for (int n = 0; n < some; n++) {
            requireApplied(gateway.ensure(service(n, enforcement)));
        }
    }

    /** In full service and online again, as after a new login. */
    void restore() throws SQLException {
        PostgresPeer.execute(pool, "UPDATE radacct SET acctstoptime = now() WHERE acctstoptime IS NULL");
        bring(Enforcement.NONE, count);
        PostgresPeer.execute(pool, "UPDATE radacct SET acctstoptime = NULL");
        PostgresPeer.settle(pool);
    }

    private void publish(PlanGroup group) {
        gateway.plans().publish(group).getOrElseThrow(wrong -> new IllegalStateException(wrong.message()));
    }

    private static AccessService service(int n, Enforcement enforcement) {
        AccessService full = ContractFixtures.accessService(n);
        return new AccessService(full.contract(), full.user(), full.profile(), full.rates(), enforcement);
    }

    private static void requireApplied(DeviceOutcome outcome) {
        if (!(outcome instanceof DeviceOutcome.Applied)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    @Override
    public void close() {
        gateway.close();
        pool.close();
    }
}
