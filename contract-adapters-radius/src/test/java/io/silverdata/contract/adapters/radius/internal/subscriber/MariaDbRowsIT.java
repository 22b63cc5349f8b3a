package io.silverdata.contract.adapters.radius.internal.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MariaDbRowsIT extends SubscriberRowsContract {
    @Override
    TestDatabase database() {
        return TestDatabases.mariadb();
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

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("USER_SPELLED_OTHERWISE"));
        assertThat(removal).isInstanceOf(DeviceOutcome.Refused.class);
        assertThat(tables().rows("select count(*) from radcheck where attribute = 'Cleartext-Password'"))
                .containsExactly("1");
    }
}
