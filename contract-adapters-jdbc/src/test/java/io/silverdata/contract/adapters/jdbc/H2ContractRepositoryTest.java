package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractRepositoryTck;

class H2ContractRepositoryTest extends ContractRepositoryTck {
    @Override
    protected Storage storage() {
        return Database.H2.emptyStorage();
    }
}
