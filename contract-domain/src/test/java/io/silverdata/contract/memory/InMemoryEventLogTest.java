package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.EventLogTck;

class InMemoryEventLogTest extends EventLogTck {
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
