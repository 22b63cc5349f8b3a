package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.tck.CommandLogTck;

class InMemoryCommandLogTest extends CommandLogTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
