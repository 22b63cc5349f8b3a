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
                            DeviceOutcome.NotSent.class,
                            unsent -> assertThat(unsent.detail())
                                    .contains("the password was not taken", "23514")
                                    .doesNotContain("a-password"));
        } finally {
            tables().run("alter table radcheck drop constraint none");
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
