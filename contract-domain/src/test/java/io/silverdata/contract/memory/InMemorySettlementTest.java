package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.SettlementTck;

class InMemorySettlementTest extends SettlementTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
