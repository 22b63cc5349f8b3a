package io.silverdata.contract.memory;

import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.testkit.LineProvisionerTck;

class InMemoryLineTest extends LineProvisionerTck {
    @Override
    protected LineProvisioner lines() {
        return new InMemoryLine();
    }
}
