package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.peer.FreeRadius;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreeRadiusOnSqliteIT extends FreeRadiusContract {
    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private FreeRadius radius;

    @BeforeAll
    void start(@TempDir Path directory) {
        Path file = directory.resolve("radius.db");
        database = TestDatabases.sqliteWithoutTables(file);
        database.runScript(FreeRadius.schema("sqlite"));
        radius = FreeRadius.builder().sqlite(file).start();
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
