package io.silverdata.contract.adapters.radius.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.adapters.radius.internal.sql.SqliteDialect;
import io.silverdata.contract.adapters.radius.support.FailingCommits;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.testkit.ContractFixtures;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How accounting is asked. */
class SessionTableTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void a_thousand_logins_are_read_with_one_statement() {
        TestDatabase database = TestDatabases.sqlite(directory.resolve("radius.db"));
        List<String> statements = new ArrayList<>();
        SessionTable sessions = new SessionTable(new RadiusDatabase(
                FailingCommits.dataSource(() -> counting(database, statements)), new SqliteDialect()));
        List<RadiusUser> users = IntStream.range(0, 100_000)
                .mapToObj(ContractFixtures::radiusUser)
                .toList();

        sessions.openByUser(users);

        assertThat(statements).hasSize(100);
    }

    private Connection counting(TestDatabase database, List<String> statements) throws SQLException {
        Connection real = database.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add(String.valueOf(arguments[0]));
                    }
                    return method.invoke(real, arguments);
                });
    }
}
