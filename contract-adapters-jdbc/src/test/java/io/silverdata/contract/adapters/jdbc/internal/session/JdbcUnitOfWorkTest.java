package io.silverdata.contract.adapters.jdbc.internal.session;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.drafted;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.Wiretap;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.StorageException.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class JdbcUnitOfWorkTest {
    private final Wiretap wiretap = new Wiretap(Database.H2.dataSource());
    private JdbcStorage storage;

    @BeforeEach
    void begin() {
        Database.H2.empty();
        storage = JdbcStorage.builder().dataSource(wiretap.dataSource()).build();
    }

    @Test
    void may_be_kept_or_not_when_its_commit_got_no_answer() {
        wiretap.failAt(Wiretap.COMMIT, new SQLException("connection reset", "08006"));

        StorageException told = failureOf(() -> storage.contracts().save(aDraft(1), 0));

        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(told)
                .hasMessageContaining("whether it was kept is not known")
                .hasMessageContaining("connection reset");
        wiretap.heal();
        assertThat(storage.contracts().find(contractId(1))).isEmpty();
        assertThat(storage.unitOfWork().isActive()).isFalse();
    }

    @Test
    void has_nothing_to_keep_when_it_wrote_nothing_and_its_commit_got_no_answer() {
        wiretap.failAt(Wiretap.COMMIT, new SQLException("connection reset", "08006"));

        StorageException told = failureOf(() -> storage.contracts().find(contractId(1)));

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_COMMITTED);
    }

    @Test
    void keeps_nothing_when_a_statement_fails() {
        wiretap.failAt("INSERT INTO ct_event", new SQLException("connection reset", "08006"));

        StorageException told = failureOf(() -> storage.unitOfWork().execute(() -> {
            storage.contracts().save(aDraft(1), 0);
            storage.events().append(drafted(1).events());
        }));

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_COMMITTED);
        wiretap.heal();
        assertThat(storage.contracts().find(contractId(1))).isEmpty();
    }

    @Test
    void is_a_conflict_when_the_commit_has_to_give_way() {
        wiretap.failAt(Wiretap.COMMIT, new SQLException("could not serialize access", "40001"));

        assertThatThrownBy(() -> storage.contracts().save(aDraft(1), 0))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.SERIALIZATION));
    }

    @Test
    void is_done_once_it_is_committed_even_if_its_connection_cannot_be_given_back() {
        wiretap.failAt(Wiretap.CLOSE, new SQLException("connection reset", "08006"));

        storage.contracts().save(aDraft(1), 0);

        wiretap.heal();
        assertThat(storage.contracts().find(contractId(1))).isPresent();
    }

    @Test
    void is_not_committed_by_tidying_up_after_a_rollback_that_failed() {
        RuntimeException problem = new IllegalStateException("the work fails");
        wiretap.failAt(Wiretap.ROLLBACK, new SQLException("no answer", "HY000"));

        assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                    storage.plant().install(smallPlant());
                    throw problem;
                }))
                .isSameAs(problem);

        wiretap.heal();
        assertThat(storage.plant().olts()).isEmpty();
    }

    @Test
    void is_lost_as_a_whole_even_if_the_work_swallows_a_failure() {
        wiretap.failAt("INSERT INTO ct_event", new SQLException("disk full", "53100"));

        StorageException told = failureOf(() -> storage.unitOfWork().execute(() -> {
            storage.contracts().save(aDraft(1), 0);
            storage.events().append(drafted(1).events());
            assertThatThrownBy(() -> storage.contracts().find(contractId(2))).isInstanceOf(StorageException.class);
        }));

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_COMMITTED);
        wiretap.heal();
        assertThat(storage.contracts().find(contractId(1))).isEmpty();
    }

    @Test
    void goes_on_after_a_row_that_cannot_be_read() {
        storage.contracts().save(aDraft(1), 0);
        Database.H2.sql("UPDATE ct_contract SET snapshot = '{'");

        storage.unitOfWork().execute(() -> {
            assertThatThrownBy(() -> storage.contracts().find(contractId(1))).isInstanceOf(StorageException.class);
            storage.contracts().save(aDraft(2), 0);
        });

        assertThat(storage.contracts().find(contractId(2))).isPresent();
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
            told.work().enqueue(contractId(1), Set.of(NetworkTarget.values()), START);
        }

        assertThat(storage.work().depth(START).due()).isEqualTo(1);
    }

    @Test
    void refuses_a_connection_that_comes_with_auto_commit_off_where_it_was_not_told_of_the_hosts_transactions() {
        AtomicBoolean lends = new AtomicBoolean();
        DataSource lending = new DelegatingDataSource(Database.H2.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(!lends.get());
                return connection;
            }
        };
        JdbcStorage untold = JdbcStorage.builder().dataSource(lending).build();
        lends.set(true);

        assertThatIllegalStateException()
                .isThrownBy(() -> untold.contracts().save(aDraft(1), 0))
                .withMessageContaining("pass hostTransaction(..)");
        assertThatIllegalStateException()
                .isThrownBy(() -> untold.verify(ContractRange.all(), START, difference -> {}))
                .withMessageContaining("pass hostTransaction(..)");
        assertThat(untold.unitOfWork().isActive()).isFalse();
        assertThat(storage.contracts().find(contractId(1))).isEmpty();
    }

    private static StorageException failureOf(ThrowingCallable work) {
        return catchThrowableOfType(StorageException.class, work);
    }
}
