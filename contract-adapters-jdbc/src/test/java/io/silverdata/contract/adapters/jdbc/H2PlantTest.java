package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.PlantTck;

class H2PlantTest extends PlantTck {
    @Override
    protected Storage storage() {
        return Database.H2.emptyStorage();
    }
}
