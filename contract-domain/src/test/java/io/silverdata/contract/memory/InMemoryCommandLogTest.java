package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.CommandLogTck;

class InMemoryCommandLogTest extends CommandLogTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
