package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.UnitOfWorkTck;

class InMemoryUnitOfWorkTest extends UnitOfWorkTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }

    /** One lock: units of work run one after another. */
    @Override
    protected boolean runsUnitsOfWorkConcurrently() {
        return false;
    }
}
