package io.silverdata.contract.memory;

import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.testkit.AccessProvisionerTck;

class InMemoryAccessTest extends AccessProvisionerTck {
    @Override
    protected AccessProvisioner access() {
        return new InMemoryAccess();
    }
}
