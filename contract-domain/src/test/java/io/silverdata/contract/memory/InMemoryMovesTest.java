package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.MovesTck;

class InMemoryMovesTest extends MovesTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
