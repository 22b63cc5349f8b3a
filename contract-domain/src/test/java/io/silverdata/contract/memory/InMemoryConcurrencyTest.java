package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.StorageConcurrencyTck;

class InMemoryConcurrencyTest extends StorageConcurrencyTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
