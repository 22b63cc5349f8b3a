package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.CommandsTck;

class InMemoryCommandsTest extends CommandsTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }

    @Override
    protected boolean runsUnitsOfWorkConcurrently() {
        return false;
    }

    @Override
    protected int rounds() {
        return 200;
    }
}
