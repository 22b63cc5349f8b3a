package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.peer.FreeRadius;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreeRadiusOnPostgresIT extends FreeRadiusContract {
    private static final String NAME = "freeradius";

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private FreeRadius radius;

    @BeforeAll
    void start() {
        database = TestDatabases.newOnPostgresql(NAME, FreeRadius.schema("postgresql"));
        radius = FreeRadius.builder()
                .postgresql(TestDatabases.postgresqlPort(), "postgres", NAME)
                .start();
    }

    @AfterAll
    void stop() {
        radius.close();
    }

    @Override
    TestDatabase database() {
        FreeRadiusTables.empty(database);
        return database;
    }

    @Override
    FreeRadius radius() {
        return radius;
    }
}
