package io.silverdata.contract.spring.radius;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * Where FreeRADIUS' tables are. No bean of type {@link DataSource}: the application's own stays the only one.
 *
 * @param dataSource gives connections
 * @param own whether it was made here, and is closed here
 */
record RadiusPool(DataSource dataSource, boolean own) implements AutoCloseable {

    static RadiusPool of(RadiusProperties.Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("radius");
        pool.setJdbcUrl(database.url());
        database.username().ifPresent(pool::setUsername);
        database.password().ifPresent(pool::setPassword);
        return new RadiusPool(pool, true);
    }

    @Override
    public void close() {
        if (own && dataSource instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
