package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractRepositoryTck;

class InMemoryContractsTest extends ContractRepositoryTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
