package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.EventLogTck;

class H2EventLogTest extends EventLogTck {
    @Override
    protected Storage storage() {
        return Database.H2.emptyStorage();
    }
}
