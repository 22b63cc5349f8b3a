package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.PlantTck;

class MariaDbPlantIT extends PlantTck {
    @Override
    protected Storage storage() {
        return Database.MARIADB.emptyStorage();
    }
}
