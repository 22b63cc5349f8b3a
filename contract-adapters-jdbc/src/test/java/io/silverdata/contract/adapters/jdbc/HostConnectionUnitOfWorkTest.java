package io.silverdata.contract.adapters.jdbc;

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
                inHandMadeTransaction(Database.H2.dataSource(), storage.unitOfWork(), work);
            }
        });
    }

    @Override
    protected boolean knowsWhetherItIsActive() {
        return false;
    }

    private static void inHandMadeTransaction(DataSource pool, JdbcUnitOfWork unitOfWork, Runnable work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                unitOfWork.executeOn(connection, work);
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
