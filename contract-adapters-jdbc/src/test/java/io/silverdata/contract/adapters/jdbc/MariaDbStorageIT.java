package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.adapters.jdbc.testing.Database;

class MariaDbStorageIT extends EveryDatabase {
    MariaDbStorageIT() {
        super(Database.MARIADB);
    }
}
