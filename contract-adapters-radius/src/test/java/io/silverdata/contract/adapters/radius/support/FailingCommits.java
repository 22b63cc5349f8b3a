package io.silverdata.contract.adapters.radius.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** A database whose commits are done, and end with an exception all the same. */
public final class FailingCommits {
    private final DataSource real;

    public FailingCommits(DataSource real) {
        this.real = real;
    }

    public DataSource dataSource() {
        return dataSource(() -> failing(real.getConnection()));
    }

    /** Gives these connections. */
    public static DataSource dataSource(Callable<Connection> connections) {
        return (DataSource) Proxy.newProxyInstance(
                FailingCommits.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connections.call());
    }

    private static Connection failing(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                FailingCommits.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (method.getName().equals("commit")) {
                            throw new SQLException("the line went dead", "08006");
                        }
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }
}
