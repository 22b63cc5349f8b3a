package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractRepositoryTck;

class PostgresContractRepositoryIT extends ContractRepositoryTck {
    @Override
    protected Storage storage() {
        return Database.POSTGRESQL.emptyStorage();
    }
}
