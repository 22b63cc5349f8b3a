package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;

/** A pool that adds up how long its connections were in use. */
final class TimedPool extends HikariDataSource {
    private final LongAdder nanoseconds = new LongAdder();

    TimedPool(String url, int connections) {
        super(config(url, connections));
    }

    private static HikariConfig config(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        return config;
    }

    /** By all threads together. */
    long inUse() {
        return nanoseconds.sum();
    }

    @Override
    public Connection getConnection() throws SQLException {
        long begin = System.nanoTime();
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                TimedPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    } finally {
                        if (method.getName().equals("close")) {
                            nanoseconds.add(System.nanoTime() - begin);
                        }
                    }
                });
    }
}
