package io.silverdata.contract.examples.importing.adopting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.spi.ContractRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The database that contracts are moved into. For one thread. */
public final class ImportDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 2;
    private static final String FILE = "contracts";

    private final HikariDataSource dataSource;
    private final JdbcStorage storage;

    private ImportDatabase(String url, Optional<String> user, Optional<String> password, boolean migrating) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        user.ifPresent(pool::setUsername);
        password.ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(CONNECTIONS);
        dataSource = new HikariDataSource(pool);
        try {
            if (migrating) {
                Schema.migrate(dataSource);
            } else {
                Schema.defaults().check(dataSource);
            }
            storage = JdbcStorage.builder().dataSource(dataSource).build();
        } catch (RuntimeException failed) {
            dataSource.close();
            throw failed;
        }
    }

    /**
     * A database at a JDBC URL.
     *
     * @param migrating whether tables are made or brought up to date; otherwise they must be
     */
    public static ImportDatabase at(String url, Optional<String> user, Optional<String> password, boolean migrating) {
        return new ImportDatabase(url, user, password, migrating);
    }

    /** The embedded database of a folder, which writes each commit before it answers; made if it is not there. */
    public static ImportDatabase in(Path folder) {
        return new ImportDatabase(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve(FILE) + ";WRITE_DELAY=0",
                Optional.of("sa"),
                Optional.of(""),
                true);
    }

    /** The embedded database of a folder; an empty one in memory if there is none, so that a dry run leaves nothing behind. */
    public static ImportDatabase inOrEmpty(Path folder) {
        return Files.exists(folder.resolve(FILE + ".mv.db"))
                ? in(folder)
                : new ImportDatabase("jdbc:h2:mem:" + UUID.randomUUID(), Optional.of("sa"), Optional.of(""), true);
    }

    JdbcStorage storage() {
        return storage;
    }

    /** Its contracts. */
    public ContractRepository contracts() {
        return storage.contracts();
    }

    /** Does work in one transaction, and takes back whatever it wrote. */
    <T> T takenBack(Supplier<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                storage.executeOn(connection, () -> result.set(work.get()));
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the dry run could not be taken back", failed);
        }
        T value = result.get();
        if (value == null) {
            throw new IllegalStateException("the dry run has no result");
        }
        return value;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
