package io.silverdata.contract.adapters.radius.internal.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.support.FailingCommits;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PostgresRowsIT extends SubscriberRowsContract {
    @Override
    TestDatabase database() {
        return TestDatabases.postgresql();
    }

    @Test
    void names_that_differ_in_case_are_two_logins() {
        AccessService lower = full();
        AccessService upper = new AccessService(
                lower.contract(),
                new RadiusUser(lower.user().value().toUpperCase(Locale.ROOT)),
                lower.profile(),
                lower.rates(),
                lower.enforcement());

        assertThat(gateway().ensure(lower)).isEqualTo(new DeviceOutcome.Applied());
        assertThat(gateway().ensure(upper)).isEqualTo(new DeviceOutcome.Applied());

        assertThat(tables().rows("select count(*) from radcheck where attribute = 'Cleartext-Password'"))
                .containsExactly("2");
    }

    @Test
    void a_password_that_the_database_does_not_take_is_not_repeated() {
        tables().run("alter table radcheck add constraint none check (attribute <> 'Cleartext-Password')");
        try {
            DeviceOutcome outcome = gateway().ensure(full());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Refused.class,
                            refused -> assertThat(refused.detail())
                                    .contains("the row of the password was not taken", "a check of radcheck", "23514")
                                    .doesNotContain("a-password"));
        } finally {
            tables().run("alter table radcheck drop constraint none");
        }
    }

    @Test
    void a_column_that_this_library_does_not_know_and_that_must_have_a_value_is_told_as_that() {
        tables().run("alter table radcheck add column tenant text not null");
        try {
            assertThat(gateway().ensure(full()))
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Refused.class,
                            refused -> assertThat(refused.detail())
                                    .contains("a column of radcheck that must have a value gets none", "23502"));
        } finally {
            tables().run("alter table radcheck drop column tenant");
        }
    }

    @Test
    void a_table_that_is_away_for_a_while_is_told_and_tried_again() {
        tables().run("alter table radusergroup rename to radusergroup_away");
        try {
            assertThat(gateway().ensure(full()))
                    .isInstanceOfSatisfying(
                            DeviceOutcome.NotSent.class,
                            unsent -> assertThat(unsent.detail())
                                    .contains("a table or column of FreeRADIUS' schema is missing", "42P01"));
        } finally {
            tables().run("alter table radusergroup_away rename to radusergroup");
        }
    }

    @Test
    void a_login_outside_the_character_set_is_refused_for_good_and_spoils_no_others() {
        TestDatabase latin = TestDatabases.newOnPostgresqlInLatin1("latin1_logins");
        try (RadiusGateway narrow = Gateways.withGroups(Gateways.builder(latin).build())) {
            Representability.check(narrow, new RadiusUser("\u017c\u00f3\u0142w"));
        }
    }

    @Test
    void a_commit_that_fails_may_be_done() {
        FailingCommits failing = new FailingCommits(tables());
        try (RadiusGateway doubtful = Gateways.builder(tables())
                .dataSource(failing.dataSource(), SqlDialect.POSTGRESQL)
                .build()) {
            DeviceOutcome outcome = doubtful.ensure(full());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Unknown.class,
                            unknown -> assertThat(unknown.detail()).contains("in a commit, which may be done"));
        }
    }
}
