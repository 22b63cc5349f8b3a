package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.AdoptionTck;

class InMemoryAdoptionTest extends AdoptionTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
