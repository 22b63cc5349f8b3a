package io.silverdata.contract.adapters.jdbc.host;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import com.zaxxer.hikari.HikariConfig;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.api.transaction.TransactionIntegration;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.sql.XADataSource;

/**
 * A host with a transaction manager, Narayana, and Agroal's pool, which enlists its connections in the transaction of the
 * thread. What the manager has to remember for a crash is kept in memory: no test is about that.
 */
final class JtaHost implements AutoCloseable {
    private static final Logger MANAGERS = Logger.getLogger("com.arjuna"); // kept, else its level is forgotten
    private static final TransactionManager TRANSACTIONS = manager();
    private static final TransactionSynchronizationRegistry REGISTRY = new TransactionSynchronizationRegistryImple();

    private final AgroalDataSource pool;

    private JtaHost(AgroalDataSource pool) {
        this.pool = pool;
    }

    /** On the instance of the tests. */
    static JtaHost on(Database database) {
        HikariConfig config = database.start();
        return new JtaHost(pool(config.getJdbcUrl(), config.getUsername(), config.getPassword(), driver(database)));
    }

    /** With a database of its own in memory, in which the table {@code invoice} has a column {@code customer}. */
    static JtaHost withInvoices() {
        JtaHost billing =
                new JtaHost(pool("jdbc:h2:mem:billing;DB_CLOSE_DELAY=-1", "sa", "", org.h2.jdbcx.JdbcDataSource.class));
        billing.sql("DROP TABLE IF EXISTS invoice");
        billing.sql("CREATE TABLE invoice (customer INTEGER PRIMARY KEY)");
        return billing;
    }

    /** As docs/databases.md shows it. */
    static JdbcStorage storage(DataSource dataSource, TransactionSynchronizationRegistry registry) {
        JdbcStorage storage = JdbcStorage.builder()
                .dataSource(dataSource)
                .hostTransaction(() -> registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION)
                .build();
        return storage;
    }

    JdbcStorage storage() {
        return storage(pool, REGISTRY);
    }

    TransactionManager transactions() {
        return TRANSACTIONS;
    }

    /** One of the host's own statements, in the transaction of the thread if there is one. */
    void sql(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What one of the host's own queries counts, in the transaction of the thread if there is one. */
    int count(String table) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs work in a transaction, and joins one that is there, as {@code @Transactional} does. */
    static void transactional(Runnable work) {
        if (REGISTRY.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            inTransaction(work);
        } else {
            work.run();
        }
    }

    /** Commits what the work did, or rolls it back if it throws. */
    static void inTransaction(Runnable work) {
        try {
            TRANSACTIONS.begin();
            try {
                work.run();
            } catch (RuntimeException | Error failed) {
                TRANSACTIONS.rollback();
                throw failed;
            }
            TRANSACTIONS.commit();
        } catch (RollbackException rolledBack) {
            throw new RolledBack(rolledBack);
        } catch (NotSupportedException
                | SystemException
                | HeuristicMixedException
                | HeuristicRollbackException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** The transaction was rolled back instead of committed. */
    @SuppressWarnings("serial") // never leaves the process
    static final class RolledBack extends RuntimeException {
        RolledBack(RollbackException cause) {
            super(cause);
        }
    }

    private static Class<? extends XADataSource> driver(Database database) {
        return switch (database) {
            case H2 -> org.h2.jdbcx.JdbcDataSource.class;
            case POSTGRESQL -> org.postgresql.xa.PGXADataSource.class;
            case MARIADB -> org.mariadb.jdbc.MariaDbDataSource.class;
        };
    }

    private static AgroalDataSource pool(
            String url, String user, String password, Class<? extends XADataSource> driver) {
        TransactionIntegration integration = new NarayanaTransactionIntegration(TRANSACTIONS, REGISTRY);
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(4)
                            .transactionIntegration(integration)
                            .connectionFactoryConfiguration(connections -> connections
                                    .connectionProviderClass(driver)
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password)))));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static TransactionManager manager() {
        MANAGERS.setLevel(Level.SEVERE);
        for (String store : List.of("default", "communicationStore", "stateStore")) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store.equals("default") ? null : store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }
}
