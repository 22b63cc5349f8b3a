package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.CommandLogTck;

class MariaDbCommandLogIT extends CommandLogTck {
    @Override
    protected Storage storage() {
        return Database.MARIADB.emptyStorage();
    }
}
