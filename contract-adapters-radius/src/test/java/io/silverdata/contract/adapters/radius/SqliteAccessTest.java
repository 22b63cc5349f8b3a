package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.testkit.AccessProvisionerTck;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The kit of the port, on Sqlite. */
class SqliteAccessTest extends AccessProvisionerTck {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private RadiusGateway gateway;

    @AfterEach
    void close() {
        gateway.close();
    }

    @Override
    protected AccessProvisioner access() {
        database = TestDatabases.sqlite(directory.resolve("radius.db"));
        gateway = Gateways.withGroups(Gateways.builder(database).build());
        return gateway;
    }

    @Override
    protected Optional<AccessService> refused(int n) {
        return Optional.of(Gateways.withoutGroup(service(n)));
    }

    @Override
    protected boolean canBreakDevice() {
        return true;
    }

    @Override
    protected void breakDevice() {
        database.breakIt();
    }

    @Override
    protected void healDevice() {
        database.heal();
    }
}
