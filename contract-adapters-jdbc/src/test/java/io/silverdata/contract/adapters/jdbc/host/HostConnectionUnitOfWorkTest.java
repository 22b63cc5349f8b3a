package io.silverdata.contract.adapters.jdbc.host;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.UnitOfWorkTck;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The host has a connection and its own way to begin and end transactions on it, and no more. */
class HostConnectionUnitOfWorkTest extends UnitOfWorkTck {
    @Override
    protected Storage storage() {
        JdbcStorage storage = Database.H2.emptyStorage();
        return new HostStorage(storage, work -> {
            if (storage.unitOfWork().isActive()) {
                work.run();
            } else {
                inHandMadeTransaction(Database.H2.dataSource(), storage, work);
            }
        });
    }

    private static void inHandMadeTransaction(DataSource pool, JdbcStorage storage, Runnable work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                storage.executeOn(connection, work);
                connection.commit();
            } catch (RuntimeException | Error failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
