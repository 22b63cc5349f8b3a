package io.silverdata.contract.adapters.jdbc.host;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.UnitOfWorkTck;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The host is Spring: its template begins and ends the transactions, its proxy gives their connection. */
class SpringUnitOfWorkTest extends UnitOfWorkTck {
    @Override
    protected Storage storage() {
        Database.H2.empty();
        DataSource pool = Database.H2.dataSource();
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        JdbcStorage storage = SpringTransactionCases.storage(pool);
        return new HostStorage(storage, work -> transactions.executeWithoutResult(status -> work.run()));
    }
}
