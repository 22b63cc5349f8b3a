package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.CommandLogTck;

class H2CommandLogTest extends CommandLogTck {
    @Override
    protected Storage storage() {
        return Database.H2.emptyStorage();
    }
}
