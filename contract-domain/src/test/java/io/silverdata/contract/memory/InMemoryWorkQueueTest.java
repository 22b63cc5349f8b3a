package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.WorkQueueTck;

class InMemoryWorkQueueTest extends WorkQueueTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
