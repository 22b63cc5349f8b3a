package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractSearchTck;

class InMemorySearchTest extends ContractSearchTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
