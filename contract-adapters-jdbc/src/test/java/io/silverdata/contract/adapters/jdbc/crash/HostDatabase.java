package io.silverdata.contract.adapters.jdbc.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;

/** HostDatabase as a host has them: a pool of connections, and the storage over it. */
final class HostDatabase {
    private HostDatabase() {}

    /** A storage, and what it must be rid of afterwards. */
    record Connected(JdbcStorage storage, HikariDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
        }
    }

    /** Makes the tables and the shop's plant. */
    static void create(String url) {
        try (HikariDataSource pool = pool(url, 1)) {
            Schema.migrate(pool);
            JdbcStorage.builder().dataSource(pool).build().plant().install(HostShop.plant());
        }
    }

    /** A storage with so many connections. */
    static Connected connect(String url, int connections) {
        HikariDataSource pool = pool(url, connections);
        try {
            return new Connected(JdbcStorage.builder().dataSource(pool).build(), pool);
        } catch (RuntimeException unusable) {
            pool.close();
            throw unusable;
        }
    }

    private static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
