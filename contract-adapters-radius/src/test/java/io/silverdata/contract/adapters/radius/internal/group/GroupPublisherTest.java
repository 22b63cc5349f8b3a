package io.silverdata.contract.adapters.radius.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.profile.SessionDetail;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.StorageException;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of groups. */
class GroupPublisherTest {
    private static final ProfileName HOME = new ProfileName("home");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite(directory.resolve("radius.db"));
    }

    @Test
    void a_group_has_the_rates_for_every_maker_and_the_other_attributes() {
        GroupPublisher plans = plans(NasProfiles.mikrotik(), NasProfiles.ciscoIsg("up-{up}", "down-{down}"));

        plans.publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50))
                        .with(RadiusAttribute.integer(Attributes.ACCT_INTERIM_INTERVAL, 300)))
                .get();

        assertThat(plans.read(HOME))
                .containsExactly(
                        "Mikrotik-Rate-Limit := 50M/100M",
                        "Cisco-AVPair += subscriber:sub-qos-policy-in=up-50M",
                        "Cisco-AVPair += subscriber:sub-qos-policy-out=down-100M",
                        "Acct-Interim-Interval := 300");
    }

    @Test
    void a_group_replaces_its_own_rows_and_leaves_those_of_others() {
        GroupPublisher plans = plans(NasProfiles.mikrotik(), NasProfiles.ciscoIsg("up-{up}", "down-{down}"));
        database.run("insert into radgroupreply (groupname, attribute, op, value) values"
                + " ('home', 'Cisco-AVPair', '+=', 'ip:addr-pool=home'), ('home', 'Framed-Pool', ':=', 'home'),"
                + " ('home', 'mikrotik-rate-limit', '=', '1M/1M')");
        plans.publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50))).get();

        plans.publish(PlanGroup.of(HOME, Rates.ofMbps(200, 100))).get();

        assertThat(plans.read(HOME))
                .containsExactly(
                        "Cisco-AVPair += ip:addr-pool=home",
                        "Framed-Pool := home",
                        "Mikrotik-Rate-Limit := 100M/200M",
                        "Cisco-AVPair += subscriber:sub-qos-policy-in=up-100M",
                        "Cisco-AVPair += subscriber:sub-qos-policy-out=down-200M");
    }

    @Test
    void rows_that_are_right_are_not_written_again() {
        GroupPublisher plans = plans(NasProfiles.mikrotik());
        plans.publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50))).get();
        List<String> before = database.rows("select * from radgroupreply");

        plans.publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50))).get();

        assertThat(database.rows("select * from radgroupreply")).isEqualTo(before);
    }

    @Test
    void a_group_of_others_that_is_named_like_that_of_a_hold_stays_as_it_is() {
        database.run("insert into radgroupreply (groupname, attribute, op, value) values ('vip@home', 'Framed-Pool',"
                + " ':=', 'vip'), ('vip', 'Session-Timeout', ':=', '60')");

        plans(NasProfiles.mikrotik())
                .publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50)))
                .get();

        assertThat(database.rows("select attribute, value from radgroupreply where groupname = 'vip@home'"))
                .containsExactly("Framed-Pool vip");
    }

    @Test
    void a_rate_that_one_of_the_makers_cannot_be_told_is_refused() {
        Rejection.InvalidValue refusal = plans(NasProfiles.mikrotik(), NasProfiles.huawei())
                .publish(PlanGroup.of(HOME, Rates.ofMbps(10_000, 50)))
                .getLeft();

        assertThat(refusal.field()).isEqualTo("download");
        assertThat(database.rows("select * from radgroupreply")).isEmpty();
    }

    @Test
    void captivity_is_refused_where_a_maker_has_no_walled_garden() {
        Rejection.InvalidValue refusal = plans(Gateways.mikrotik(), NasProfiles.wispr())
                .publish(PlanGroup.captive(HOME, Rates.ofMbps(1, 1)))
                .getLeft();

        assertThat(refusal.allowed()).contains("unlike wispr");
        assertThat(database.rows("select * from radgroupreply")).isEmpty();
    }

    @Test
    void two_values_for_one_attribute_are_refused() {
        NasProfile huawei = NasProfiles.withCaptivity(
                NasProfiles.huawei(), RadiusAttribute.text(Attributes.FILTER_ID, "walled-garden"));
        NasProfile accel = NasProfiles.withCaptivity(
                NasProfiles.accelPpp(), RadiusAttribute.text(Attributes.FRAMED_POOL, "walled-garden"));

        Rejection.InvalidValue refusal = plans(huawei, accel)
                .publish(PlanGroup.captive(HOME, Rates.ofMbps(1, 1)))
                .getLeft();

        assertThat(refusal.field()).isEqualTo("Filter-Id");
        assertThat(refusal.value()).contains("walled-garden", "1000/1000");
    }

    @Test
    void an_attribute_that_no_dictionary_has_is_refused() {
        assertThat(Attributes.parse("Mikrotik-Rate-Limt", "1M/1M").getLeft().value())
                .isEqualTo("Mikrotik-Rate-Limt");
    }

    @Test
    void a_profile_of_an_integrator_is_as_good_as_ours() {
        NasProfile acme = new NasProfile() {
            @Override
            public String name() {
                return "acme";
            }

            @Override
            public Either<Rejection.InvalidValue, List<RadiusAttribute>> rates(Rates rates) {
                return Either.right(List.of(RadiusAttribute.text(Attributes.FILTER_ID, "acme-" + rates.download())));
            }

            @Override
            public List<RadiusAttribute> captivity() {
                return List.of();
            }

            @Override
            public boolean changesSessions() {
                return true;
            }

            @Override
            public Set<SessionDetail> identification() {
                return Set.of(SessionDetail.CALLING_STATION_ID);
            }
        };

        plans(acme).publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50))).get();

        assertThat(plans(acme).read(HOME)).containsExactly("Filter-Id := acme-100 Mbit/s");
    }

    @Test
    void a_database_that_is_gone_is_a_storage_exception() {
        GroupPublisher plans = plans(NasProfiles.mikrotik());
        database.breakIt();

        assertThatThrownBy(() -> plans.publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("cut off by the test");
        assertThatThrownBy(() -> plans.read(HOME)).isInstanceOf(StorageException.class);
    }

    private GroupPublisher plans(NasProfile... profiles) {
        return new GroupPublisher(
                database.radiusDatabase(),
                new GroupAttributes(List.of(profiles)),
                List.of(Gateways.THROTTLED.group(), Gateways.CAPTIVE.group()));
    }
}
