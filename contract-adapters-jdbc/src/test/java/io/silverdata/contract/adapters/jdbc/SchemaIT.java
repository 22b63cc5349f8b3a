package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.adapters.jdbc.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaIT {
    private static final Schema SCHEMA =
            Schema.defaults().withTablePrefix("isp_").in("elsewhere");

    @ParameterizedTest
    @EnumSource
    void is_made_once_by_many_at_once_under_another_name(Database database) throws Exception {
        recreate(database);
        ExecutorService hosts = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> starting = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(host -> hosts.submit(() -> SCHEMA.migrateTables(database.dataSource())))
                    .toList();
            for (Future<?> started : starting) {
                started.get(60, TimeUnit.SECONDS);
            }
        } finally {
            hosts.shutdownNow();
        }

        SchemaTest.assertWorks(JdbcStorage.builder()
                .dataSource(database.dataSource())
                .schema(SCHEMA)
                .build());
    }

    private static void recreate(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS elsewhere" + (database == Database.MARIADB ? "" : " CASCADE"));
            statement.execute("CREATE SCHEMA elsewhere");
        }
    }
}
