package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.PlantSearchTck;

class InMemoryPlantSearchTest extends PlantSearchTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
