package io.silverdata.contract.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.PgBouncer;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.spi.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind pgbouncer, where a connection is another one in each transaction. */
class PoolerIT {
    private static final int CLERKS = 8;
    private static final int COMMANDS = 60;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLERKS);
    private PgBouncer pooler = PgBouncer.start("transaction");

    @BeforeEach
    void empty() {
        Database.POSTGRESQL.empty();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        pooler.close();
    }

    @Test
    void is_refused_while_the_driver_names_its_statements() {
        try (HikariDataSource pool = pool("")) {
            assertThatThrownBy(() -> JdbcStorage.builder().dataSource(pool).build())
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("append prepareThreshold=0 to the JDBC URL")
                    .hasMessageContaining("acceptPooler()");
        }
    }

    @Test
    void carries_every_command_once_the_driver_names_none() throws Exception {
        try (HikariDataSource pool = pool("?prepareThreshold=0")) {
            JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
            storage.plant().install(HostShop.plant());
            HostShop shop = new HostShop(storage);

            List<Future<Boolean>> clerks = threads.invokeAll(IntStream.range(0, CLERKS)
                    .mapToObj(clerk -> (Callable<Boolean>) () -> work(shop, clerk))
                    .toList());

            for (Future<Boolean> clerk : clerks) {
                assertThat(clerk.get()).isTrue();
            }
            assertThat(storage.contracts().page(Optional.empty(), 10)).isNotEmpty();
            Verify.nothingIsHalf(storage, Instant.now());
        }
    }

    @Test
    void of_sessions_is_taken_if_the_host_says_so() {
        pooler.close();
        pooler = PgBouncer.start("session");
        try (HikariDataSource pool = pool("")) {
            JdbcStorage storage =
                    JdbcStorage.builder().dataSource(pool).acceptPooler().build();

            assertThat(storage.time()).isPresent();
        }
    }

    private static boolean work(HostShop shop, int clerk) {
        Random random = new Random(clerk);
        for (int i = 0; i < COMMANDS; i++) {
            shop.anything(random, clerk + "-" + i);
            shop.deliver();
        }
        return true;
    }

    private HikariDataSource pool(String settings) {
        return new HikariDataSource(Database.config(pooler.url() + settings, "postgres", ""));
    }
}
