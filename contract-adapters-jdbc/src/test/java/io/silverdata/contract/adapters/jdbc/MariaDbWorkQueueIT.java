package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.WorkQueueTck;

class MariaDbWorkQueueIT extends WorkQueueTck {
    @Override
    protected Storage storage() {
        return Database.MARIADB.emptyStorage();
    }
}
