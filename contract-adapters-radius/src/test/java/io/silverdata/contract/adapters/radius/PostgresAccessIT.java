package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.testkit.AccessProvisionerTck;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The kit of the port, on Postgres. */
class PostgresAccessIT extends AccessProvisionerTck {
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
        database = TestDatabases.postgresql();
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
