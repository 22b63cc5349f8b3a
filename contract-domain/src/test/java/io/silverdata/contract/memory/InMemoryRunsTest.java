package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.RunsTck;

class InMemoryRunsTest extends RunsTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
