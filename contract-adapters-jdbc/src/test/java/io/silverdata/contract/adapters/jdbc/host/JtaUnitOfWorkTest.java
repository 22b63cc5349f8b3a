package io.silverdata.contract.adapters.jdbc.host;

import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.UnitOfWorkTck;
import org.junit.jupiter.api.AfterEach;

/** The host has a transaction manager, which begins and ends the transactions, and a pool that enlists its connections. */
class JtaUnitOfWorkTest extends UnitOfWorkTck {
    private final JtaHost host = JtaHost.on(Database.H2);

    @Override
    protected Storage storage() {
        Database.H2.empty();
        return new HostStorage(host.storage(), JtaHost::transactional);
    }

    @AfterEach
    void close() {
        host.close();
    }
}
