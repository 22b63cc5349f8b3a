package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.StorageConcurrencyTck;

class H2StorageConcurrencyTest extends StorageConcurrencyTck {
    @Override
    protected Storage storage() {
        return Database.H2.emptyStorage();
    }

    @Override
    protected int rounds() {
        return Integer.getInteger("contract.storm.rounds", 20);
    }

    @Override
    protected int buyers() {
        return Database.CONNECTIONS;
    }
}
