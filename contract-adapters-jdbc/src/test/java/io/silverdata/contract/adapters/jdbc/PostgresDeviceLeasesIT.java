package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.DeviceLeasesTck;

class PostgresDeviceLeasesIT extends DeviceLeasesTck {
    @Override
    protected Storage storage() {
        return Database.POSTGRESQL.emptyStorage();
    }
}
