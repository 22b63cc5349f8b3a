package io.silverdata.contract.adapters.jdbc.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.spi.StorageException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class StartCheckTest {
    private static final int COMMANDS = 200;

    @ParameterizedTest
    @CsvSource({"2,3,false", "2,4,false", "2,5,true", "2,6,true", "3,0,true"})
    void knows_the_versions_of_H2_that_may_not_find_the_last_commit_again(int major, int minor, boolean losing) {
        assertThat(StartCheck.isLosing(major, minor)).isEqualTo(losing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oracle", "MSSQLServer", "Derby", "STRICT"})
    void refuses_a_database_that_reads_statements_otherwise(String mode) {
        DataSource database = inMode(mode);

        assertThatThrownBy(() -> JdbcStorage.builder().dataSource(database).build())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("MODE=" + mode)
                .hasMessageContaining("take MODE out of its URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "MySQL", "MariaDB", "DB2", "HSQLDB", "LEGACY"})
    void takes_a_database_in_the_other_modes(String mode) {
        DataSource database = inMode(mode);
        Schema.migrate(database);
        JdbcStorage storage = JdbcStorage.builder().dataSource(database).build();
        storage.plant().install(HostShop.plant());
        HostShop shop = new HostShop(storage);
        Random random = new Random(1);

        for (int i = 0; i < COMMANDS; i++) {
            shop.anything(random, "key-" + i);
            shop.deliver();
        }

        assertThat(storage.contracts().page(Optional.empty(), 1)).isNotEmpty();
        Verify.nothingIsHalf(storage, Instant.now());
    }

    private static DataSource inMode(String mode) {
        return new DriverManagerDataSource("jdbc:h2:mem:mode" + mode + ";DB_CLOSE_DELAY=-1;MODE=" + mode, "sa", "");
    }
}
