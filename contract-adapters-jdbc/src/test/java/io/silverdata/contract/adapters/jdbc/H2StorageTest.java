package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.adapters.jdbc.testing.Database;

class H2StorageTest extends EveryDatabase {
    H2StorageTest() {
        super(Database.H2);
    }
}
