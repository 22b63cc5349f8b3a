package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.DeviceLeasesTck;

class InMemoryDeviceLeasesTest extends DeviceLeasesTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
