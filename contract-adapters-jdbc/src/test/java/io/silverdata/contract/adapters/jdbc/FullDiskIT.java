package io.silverdata.contract.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.MariaDbServer;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.SmallDisk;
import io.silverdata.contract.adapters.jdbc.testing.SpoiltServer;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk is full in the middle of the work: the command is refused with what to do, and goes through once there is
 * room, on the same storage. MariaDB needs room to take back a command, too: where it has none its server stops, and has to be started.
 */
class FullDiskIT {
    private static final int MAX_CUSTOMERS = 400;
    private static final String FULL = "the disk of the database is full or not to be written; make room";

    private final SettableClock clock = new SettableClock(ContractFixtures.START);

    @Test
    void of_an_H2_file(@TempDir Path directory) {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("small"), 48)) {
            DataSource source = SpoiltServer.source(
                    "jdbc:h2:file:" + disk.directory().resolve("contract") + ";WRITE_DELAY=0", "sa", "");
            Schema.migrate(source);
            JdbcStorage.builder().dataSource(source).build().plant().install(HostShop.plant());

            fillAndGoOn(disk, source, () -> {}, FULL);
        }
    }

    @Test
    void of_a_tablespace_of_PostgreSQL(@TempDir Path directory) {
        SpoiltServer server = SpoiltServer.POSTGRESQL;
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("small"), 48)) {
            server.create();
            server.administrate(
                    server.home(),
                    List.of(
                            "CREATE TABLESPACE small LOCATION '" + disk.directory() + "'",
                            "ALTER DATABASE victim SET TABLESPACE small"));
            try {
                fillAndGoOn(disk, server.asAdministrator(), () -> {}, FULL);
            } finally {
                server.administrate(server.home(), List.of("DROP DATABASE victim", "DROP TABLESPACE small"));
            }
        }
    }

    @Test
    void of_everything_that_MariaDB_writes(@TempDir Path directory) {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("small"), 256);
                MariaDbServer server = MariaDbServer.startIn(disk.directory().resolve("data"))) {
            DataSource source = SpoiltServer.source(server.url(), "root", "");
            Schema.migrate(source);
            JdbcStorage.builder().dataSource(source).build().plant().install(HostShop.plant());

            fillAndGoOn(disk, source, server::startIfItStopped, FULL, "the connection was lost");
        }
    }

    private void fillAndGoOn(SmallDisk disk, DataSource source, Runnable onceThereIsRoom, String... told) {
        JdbcStorage storage = JdbcStorage.builder().dataSource(source).build();
        Shop shop = Shop.on(storage, clock, new InMemoryLine(), "worker");
        disk.fill();
        Optional<StorageException> refusal = Optional.empty();
        int customer = 0;
        while (refusal.isEmpty() && customer < MAX_CUSTOMERS) {
            customer++;
            refusal = refusal(shop, customer);
        }
        assertThat(refusal).get().asString().containsAnyOf(told);

        disk.makeRoom();
        onceThereIsRoom.run();

        assertThat(shop.signUp(customer).isRight()).isTrue();
        assertThat(shop.signUp(customer + 1).isRight()).isTrue();
        assertThat(storage.contracts().countByStatus().values()).contains(customer + 1L);
        Verify.nothingIsHalf(storage, clock.instant());
    }

    private static Optional<StorageException> refusal(Shop shop, int customer) {
        try {
            assertThat(shop.signUp(customer).isRight()).isTrue();
            return Optional.empty();
        } catch (StorageException full) {
            return Optional.of(full);
        }
    }
}
