package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.EventLogTck;

class MariaDbEventLogIT extends EventLogTck {
    @Override
    protected Storage storage() {
        return Database.MARIADB.emptyStorage();
    }
}
