package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

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
                lower.download(),
                lower.upload(),
                lower.enforcement());

        assertThat(gateway().ensure(lower)).isEqualTo(new DeviceOutcome.Applied());
        assertThat(gateway().ensure(upper)).isEqualTo(new DeviceOutcome.Applied());

        assertThat(tables().rows("select count(*) from radcheck")).containsExactly("2");
    }
}
