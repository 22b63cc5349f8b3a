package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.DeviceLeasesTck;

class H2DeviceLeasesTest extends DeviceLeasesTck {
    @Override
    protected Storage storage() {
        return Database.H2.emptyStorage();
    }
}
