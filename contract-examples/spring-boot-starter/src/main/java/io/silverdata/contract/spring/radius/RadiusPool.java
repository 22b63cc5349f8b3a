package io.silverdata.contract.spring.radius;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.spring.property.PropertyName;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Where FreeRADIUS' tables are. No bean of type {@link DataSource}: the application's own stays the only one.
 *
 * @param dataSource gives connections
 * @param own whether it was made here, and is closed here
 */
record RadiusPool(DataSource dataSource, boolean own) implements AutoCloseable {
    private static final PropertyName DATABASE = RadiusSettings.RADIUS.child("database");

    static RadiusPool of(RadiusProperties.Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("radius");
        pool.setJdbcUrl(DATABASE.child("url").read(database.url(), RadiusPool::known));
        database.username().ifPresent(pool::setUsername);
        database.password().ifPresent(pool::setPassword);
        return new RadiusPool(pool, true);
    }

    /** A pool would tell only when it is first asked for a connection. */
    private static String known(String url) {
        try {
            DriverManager.getDriver(url);
            return url;
        } catch (SQLException unknown) {
            throw new IllegalArgumentException("must be a URL of JDBC whose driver is on the class path", unknown);
        }
    }

    @Override
    public void close() {
        if (own && dataSource instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
