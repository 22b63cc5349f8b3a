package io.silverdata.contract.adapters.radius.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.support.FailingCommits;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** How connections of a pool are used. */
class RadiusDatabaseIT {
    @Test
    void a_connection_comes_back_to_the_pool_as_it_was() throws Exception {
        Connection lent = TestDatabases.postgresql().getConnection();
        lent.setAutoCommit(false);
        lent.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        Connection kept = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(lent, arguments));
        RadiusDatabase database = new RadiusDatabase(FailingCommits.dataSource(() -> kept), new PostgresqlDialect());

        database.write("user x", connection -> connection.getTransactionIsolation());
        database.read(Connection::getAutoCommit);

        assertThat(lent.getAutoCommit()).isFalse();
        assertThat(lent.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        lent.setAutoCommit(true);
        lent.close();
    }
}
