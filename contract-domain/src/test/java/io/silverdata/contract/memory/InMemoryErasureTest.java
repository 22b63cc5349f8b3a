package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ErasureTck;

class InMemoryErasureTest extends ErasureTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
