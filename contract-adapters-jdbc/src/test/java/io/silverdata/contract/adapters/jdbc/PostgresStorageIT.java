package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.adapters.jdbc.testing.Database;

class PostgresStorageIT extends EveryDatabase {
    PostgresStorageIT() {
        super(Database.POSTGRESQL);
    }
}
