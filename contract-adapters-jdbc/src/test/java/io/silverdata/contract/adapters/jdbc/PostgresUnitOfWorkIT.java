package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.UnitOfWorkTck;

class PostgresUnitOfWorkIT extends UnitOfWorkTck {
    @Override
    protected Storage storage() {
        return Database.POSTGRESQL.emptyStorage();
    }
}
