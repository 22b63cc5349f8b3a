package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.PlantTck;

class InMemoryPlantTest extends PlantTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
