package io.silverdata.contract.memory;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.IsolationTck;
import io.silverdata.contract.testkit.SpoiltStorage;

class InMemoryIsolationTest extends IsolationTck {
    private final SpoiltStorage storage = new SpoiltStorage(new InMemoryStorage());

    @Override
    protected Storage storage() {
        return storage;
    }

    @Override
    protected void spoil(Contract contract) {
        storage.spoil(contract.id());
    }

    @Override
    protected void mend(Contract contract) {
        storage.mend(contract.id());
    }
}
