package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.testkit.UnitOfWorkTck;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** The host is Spring: its template begins and ends the transactions, its proxy gives their connection. */
class SpringUnitOfWorkTest extends UnitOfWorkTck {
    @Override
    protected Storage storage() {
        Database.H2.empty();
        DataSource pool = Database.H2.dataSource();
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        JdbcStorage storage = JdbcStorage.builder()
                .dataSource(new TransactionAwareDataSourceProxy(pool))
                .build();
        UnitOfWork host = work -> transactions.executeWithoutResult(status -> work.run());
        return new HostStorage(storage, host);
    }

    @Override
    protected boolean knowsWhetherItIsActive() {
        return false;
    }
}
