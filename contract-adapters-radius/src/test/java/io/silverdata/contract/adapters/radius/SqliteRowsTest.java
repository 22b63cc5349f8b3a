package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

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

class SqliteRowsTest extends SubscriberRowsContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Override
    TestDatabase database() {
        return TestDatabases.sqlite(directory.resolve("radius.db"));
    }

    @Test
    void asks_once_for_each_thousand_logins() {
        List<String> statements = new ArrayList<>();
        SessionTable sessions = new SessionTable(
                new RadiusDatabase(FailingCommits.dataSource(() -> counting(statements)), SqlDialect.SQLITE));
        List<RadiusUser> users = IntStream.range(0, 100_000)
                .mapToObj(ContractFixtures::radiusUser)
                .toList();

        sessions.open(users);

        assertThat(statements).hasSize(100);
    }

    private Connection counting(List<String> statements) throws SQLException {
        Connection real = tables().getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add(String.valueOf(arguments[0]));
                    }
                    return method.invoke(real, arguments);
                });
    }
}
