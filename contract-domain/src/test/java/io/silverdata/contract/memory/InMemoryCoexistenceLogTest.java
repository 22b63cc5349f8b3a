package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.CoexistenceLogTck;

class InMemoryCoexistenceLogTest extends CoexistenceLogTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
