package io.silverdata.contract.adapters.jdbc.internal.session;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.jdbc.testing.Wiretap;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.StorageException.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A file of H2 has one writer at a time, and each commit is written through to it. */
class H2FileTest {
    private static final long HANG_SECONDS = 60;

    private final CountDownLatch hasWritten = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @AfterEach
    void letEnd() {
        mayEnd.countDown();
    }

    @Test
    void is_written_while_another_file_is_being_written() throws Exception {
        JdbcStorage one = storage(source("one"));
        JdbcStorage other = storage(source("other"));
        FutureTask<Void> writing = new FutureTask<>(() -> writeUntilLetEnd(one), null);
        new Thread(writing).start();
        hasWritten.await();

        FutureTask<Optional<DeviceLease>> meanwhile = new FutureTask<>(() -> write(other, "olt-2"));
        new Thread(meanwhile).start();

        assertThat(meanwhile.get(HANG_SECONDS, SECONDS)).isPresent();
        assertThat(writing).isNotDone();
        mayEnd.countDown();
        writing.get(HANG_SECONDS, SECONDS);
    }

    @Test
    void is_written_by_one_unit_of_work_at_a_time_whatever_data_source_opened_it() throws Exception {
        JdbcStorage one = storage(source("one"));
        JdbcStorage other = JdbcStorage.builder()
                .dataSource(source("../" + folder.getFileName() + "/one"))
                .build();
        FutureTask<Void> writing = new FutureTask<>(() -> writeUntilLetEnd(one), null);
        new Thread(writing).start();
        hasWritten.await();

        FutureTask<Optional<DeviceLease>> second = new FutureTask<>(() -> write(other, "olt-2"));
        Thread waiting = new Thread(second);
        waiting.start();

        assertThat(stopsIn(waiting)).isEqualTo(Thread.State.WAITING);
        assertThat(other.contracts().find(contractId(1)))
                .as("whoever reads goes on")
                .isEmpty();
        assertThat(second).isNotDone();
        mayEnd.countDown();
        writing.get(HANG_SECONDS, SECONDS);
        assertThat(second.get(HANG_SECONDS, SECONDS)).isPresent();
    }

    @Test
    void says_that_a_commit_was_made_which_it_is_not_allowed_to_write_through_any_more() throws SQLException {
        try (Connection administrator = source("one").getConnection();
                Statement sql = administrator.createStatement()) {
            JdbcStorage all = storage(source("one"));
            sql.execute("CREATE USER shop PASSWORD '' ADMIN");
            Wiretap wiretap = new Wiretap(new DriverManagerDataSource(url("one"), "shop", ""));
            JdbcStorage storage = storage(wiretap.dataSource());
            wiretap.before("CHECKPOINT", () -> sql.execute("ALTER USER shop ADMIN FALSE"));

            StorageException told = failureOfSaving(storage);

            assertThat(told.outcome()).isEqualTo(Outcome.COMMITTED);
            assertThat(told).hasMessageContaining("ALTER USER");
            assertThat(all.contracts().find(contractId(1))).isPresent();
        }
    }

    @Test
    void never_calls_a_commit_that_was_made_a_conflict_since_conflicts_are_repeated() {
        Wiretap wiretap = new Wiretap(source("one"));
        JdbcStorage storage = storage(wiretap.dataSource());
        wiretap.failAt("CHECKPOINT", new SQLException("Timeout trying to lock table", "HYT00"));

        StorageException told = failureOfSaving(storage);

        assertThat(told.outcome()).isEqualTo(Outcome.COMMITTED);
        assertThat(storage.contracts().find(contractId(1))).isPresent();
    }

    @Test
    void says_that_nobody_knows_when_it_is_closed_between_a_commit_and_writing_it_through() {
        Wiretap wiretap = new Wiretap(source("one"));
        JdbcStorage storage = storage(wiretap.dataSource());
        wiretap.before("CHECKPOINT", () -> {
            try (Connection other = source("one").getConnection();
                    Statement sql = other.createStatement()) {
                sql.execute("SHUTDOWN IMMEDIATELY");
            }
        });

        StorageException told = failureOfSaving(storage);

        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static StorageException failureOfSaving(JdbcStorage storage) {
        return catchThrowableOfType(
                StorageException.class, () -> storage.contracts().save(aDraft(1), 0));
    }

    private void writeUntilLetEnd(JdbcStorage storage) {
        storage.unitOfWork().execute(() -> {
            write(storage, "olt-1");
            hasWritten.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }

    /** Anything that is written at once. */
    private static Optional<DeviceLease> write(JdbcStorage storage, String device) {
        return storage.deviceLeases().acquire(device, "worker", START, START.plusSeconds(60));
    }

    /** The state in which a thread is once it has ended, or waits for another one without limit. */
    private static Thread.State stopsIn(Thread thread) {
        Thread.State state = thread.getState();
        while (state != Thread.State.WAITING && state != Thread.State.TERMINATED) {
            Thread.onSpinWait();
            state = thread.getState();
        }
        return state;
    }

    private JdbcStorage storage(DataSource source) {
        Schema.migrate(source);
        return JdbcStorage.builder().dataSource(source).build();
    }

    private DataSource source(String name) {
        return new DriverManagerDataSource(url(name), "sa", "");
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder + "/" + name + ";WRITE_DELAY=0";
    }
}
