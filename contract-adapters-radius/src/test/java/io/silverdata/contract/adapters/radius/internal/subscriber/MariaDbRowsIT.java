package io.silverdata.contract.adapters.radius.internal.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.ContractFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.MariaDbDataSource;

class MariaDbRowsIT extends SubscriberRowsContract {
    @Override
    TestDatabase database() {
        return TestDatabases.mariadb();
    }

    @ParameterizedTest
    @CsvSource({"latin1, \u017c\u00f3\u0142w", "utf8mb3, \ud842\udfb7\u7530"})
    void a_login_outside_the_character_set_is_refused_for_good_and_spoils_no_others(String set, String login) {
        convert(set);
        try {
            Representability.check(gateway(), new RadiusUser(login));
        } finally {
            convert("utf8mb4");
        }
    }

    @Test
    void a_server_that_is_not_strict_writes_no_other_name_in_place_of_the_login() throws SQLException {
        convert("utf8mb3");
        try (Connection connection = tables().getConnection()) {
            String url = connection.getMetaData().getURL() + "?user=root&sessionVariables=sql_mode=''";
            try (RadiusGateway lax = Gateways.builder(tables())
                    .dataSource(new MariaDbDataSource(url), SqlDialect.MARIADB)
                    .build()) {
                Representability.check(lax, new RadiusUser("\ud842\udfb7\u7530"));
            }
        } finally {
            convert("utf8mb4");
        }
    }

    @Test
    void a_session_that_is_accounted_under_another_spelling_is_the_logins_own() {
        RadiusUser lower = full().user();
        String upper = lower.value().toUpperCase(Locale.ROOT);
        assertThat(gateway().ensure(full())).isEqualTo(new DeviceOutcome.Applied());
        assertThat(gateway().ensure(ContractFixtures.accessService(2))).isEqualTo(new DeviceOutcome.Applied());
        AccessService blocked =
                new AccessService(full().contract(), lower, full().profile(), full().rates(), Enforcement.HARD_BLOCK);
        assertThat(gateway().ensure(blocked)).isEqualTo(new DeviceOutcome.Applied());
        tables().run("insert into radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime) values"
                + " ('s-1', 'u-1', '" + upper + "', '192.0.2.1', now())");

        assertThat(gateway().observe(blocked)).isInstanceOf(Observation.Drifted.class);
        assertThat(gateway()
                        .observeAll(List.of(ContractFixtures.accessService(2), blocked))
                        .get(1))
                .isEqualTo(gateway().observe(blocked));
        Map<RadiusUser, List<Session>> open =
                gateway().openSessions(List.of(ContractFixtures.radiusUser(2), lower, ContractFixtures.radiusUser(3)));
        assertThat(open).containsOnlyKeys(lower);
        assertThat(open.get(lower)).extracting(Session::userName).containsExactly(upper);
    }

    private void convert(String characterSet) {
        List.of("radcheck", "radreply", "radusergroup", "radgroupreply", "radgroupcheck", "radacct")
                .forEach(table -> tables().run("alter table " + table + " convert to character set " + characterSet));
    }

    /** The order of a delivery: see NetworkDriver. Trying it again changes nothing. */
    @Test
    void a_login_that_changes_in_case_only_is_removed_before_it_is_made_anew() {
        AccessService lower = full();
        AccessService upper = new AccessService(
                lower.contract(),
                new RadiusUser(lower.user().value().toUpperCase(Locale.ROOT)),
                lower.profile(),
                lower.rates(),
                lower.enforcement());
        assertThat(gateway().ensure(lower)).isEqualTo(new DeviceOutcome.Applied());

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(gateway().remove(lower.user())).isEqualTo(new DeviceOutcome.Applied());
            assertThat(gateway().ensure(upper)).isEqualTo(new DeviceOutcome.Applied());
        }

        assertThat(gateway().observe(upper)).isEqualTo(new Observation.InSync());
        assertThat(tables().rows("select distinct username from radcheck"))
                .containsExactly(upper.user().value());
    }

    @Test
    void a_name_that_this_database_takes_for_another_one_is_refused() {
        AccessService lower = full();
        AccessService upper = new AccessService(
                lower.contract(),
                new RadiusUser(lower.user().value().toUpperCase(Locale.ROOT)),
                lower.profile(),
                lower.rates(),
                lower.enforcement());
        assertThat(gateway().ensure(lower)).isEqualTo(new DeviceOutcome.Applied());

        DeviceOutcome outcome = gateway().ensure(upper);
        DeviceOutcome removal = gateway().remove(upper.user());
        Observation removed = gateway().observeRemoved(upper.user());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("USER_SPELLED_OTHERWISE"));
        assertThat(removal).isEqualTo(new DeviceOutcome.Applied());
        assertThat(removed).isEqualTo(new Observation.InSync());
        assertThat(tables().rows("select count(*) from radcheck where attribute = 'Cleartext-Password'"))
                .containsExactly("1");
    }
}
