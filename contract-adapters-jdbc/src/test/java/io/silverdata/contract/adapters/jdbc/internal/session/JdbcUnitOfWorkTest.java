package io.silverdata.contract.adapters.jdbc.internal.session;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.drafted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.Wiretap;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcUnitOfWorkTest {
    private final Wiretap wiretap = new Wiretap(Database.H2.dataSource());
    private JdbcStorage storage;

    @BeforeEach
    void begin() {
        Database.H2.empty();
        storage = JdbcStorage.builder().dataSource(wiretap.dataSource()).build();
    }

    @Test
    void says_that_nobody_knows_when_a_commit_got_no_answer() {
        wiretap.breakCommits(new SQLException("connection reset", "08006"));

        assertThatThrownBy(() -> storage.contracts().save(aDraft(1), 0))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("whether it was kept is not known")
                .hasMessageContaining("connection reset");

        wiretap.healCommits();
        assertThat(storage.contracts().find(contractId(1))).isEmpty();
        assertThat(storage.unitOfWork().isActive()).isFalse();
    }

    @Test
    void is_a_conflict_when_the_commit_has_to_give_way() {
        wiretap.breakCommits(new SQLException("could not serialize access", "40001"));

        assertThatThrownBy(() -> storage.contracts().save(aDraft(1), 0))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.SERIALIZATION));
    }

    @Test
    void is_lost_as_a_whole_even_if_the_work_swallows_the_conflict() {
        storage.events().append(drafted(2).events());

        assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                    storage.contracts().save(aDraft(1), 0);
                    storage.events().append(drafted(2).events());
                    try {
                        storage.contracts().find(contractId(1));
                    } catch (ConflictException swallowed) {
                        assertThat(swallowed.kind()).isEqualTo(ConflictException.Kind.CONTRACT_VERSION);
                    }
                }))
                .isInstanceOf(ConflictException.class);

        assertThat(storage.contracts().find(contractId(1))).isEmpty();
    }

    @Test
    void leaves_nothing_of_itself_in_a_host_transaction_that_swallows_the_conflict() throws SQLException {
        storage.events().append(drafted(2).events());
        try (Connection host = Database.H2.dataSource().getConnection()) {
            host.setAutoCommit(false);

            assertThatThrownBy(() -> storage.executeOn(host, () -> {
                        storage.contracts().save(aDraft(1), 0);
                        storage.events().append(drafted(2).events());
                    }))
                    .isInstanceOf(ConflictException.class);
            host.commit();
            host.setAutoCommit(true);
        }

        assertThat(storage.contracts().find(contractId(1))).isEmpty();
    }

    @Test
    void refuses_a_connection_that_is_in_no_transaction() throws SQLException {
        try (Connection host = Database.H2.dataSource().getConnection()) {
            assertThatThrownBy(() -> storage.executeOn(host, () -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("auto-commit");
        }
    }

    @Test
    void asks_who_begins_transactions_where_a_pool_has_auto_commit_off() {
        HikariConfig config = Database.H2.start();
        config.setAutoCommit(false);
        AtomicBoolean inHostTransaction = new AtomicBoolean();
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThatThrownBy(() -> JdbcStorage.builder().dataSource(pool).build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("pass hostTransaction(..)");

            JdbcStorage told = JdbcStorage.builder()
                    .dataSource(pool)
                    .hostTransaction(inHostTransaction::get)
                    .build();
            told.work().enqueue(contractId(1), START);
        }

        assertThat(storage.work().depth(START).due()).isEqualTo(1);
    }
}
