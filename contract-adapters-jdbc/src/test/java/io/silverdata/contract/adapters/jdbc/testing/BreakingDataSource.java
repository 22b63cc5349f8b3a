package io.silverdata.contract.adapters.jdbc.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.sql.DataSource;

/**
 * Connections that break at the n-th message to the server, before it gets there or after it was carried out, and give
 * nothing but errors from then on. Messages are executed statements, and commits.
 */
public final class BreakingDataSource {
    private final DataSource working;
    private int left = Integer.MAX_VALUE;
    private boolean arrives;
    private boolean broken;

    public BreakingDataSource(DataSource working) {
        this.working = working;
    }

    /**
     * Breaks a connection.
     *
     * @param message the first one is 1
     * @param afterwards whether the server still gets it, and only the answer is lost
     */
    public void breakAt(int message, boolean afterwards) {
        left = message;
        arrives = afterwards;
        broken = false;
    }

    /** The network is whole again; new connections work. */
    public void repair() {
        left = Integer.MAX_VALUE;
    }

    /** Whether it has come to the break. */
    public boolean hasBroken() {
        return broken;
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, working, (method, result, call) -> {
            Object got = call.run();
            return got instanceof Connection connection ? around(connection) : got;
        });
    }

    private Connection around(Connection connection) {
        boolean[] dead = {false};
        return proxy(Connection.class, connection, (method, arguments, call) -> {
            boolean leaving = "close".equals(method) || "isClosed".equals(method) || "isValid".equals(method);
            if (dead[0] && !leaving) {
                throw lost();
            }
            Object got = "commit".equals(method) ? message(connection, dead, call) : call.run();
            return got instanceof PreparedStatement statement ? around(connection, statement, dead) : got;
        });
    }

    private PreparedStatement around(Connection connection, PreparedStatement statement, boolean[] dead) {
        return proxy(PreparedStatement.class, statement, (method, arguments, call) -> {
            if (dead[0] && !"close".equals(method)) {
                throw lost();
            }
            return method.startsWith("execute") ? message(connection, dead, call) : call.run();
        });
    }

    private Object message(Connection connection, boolean[] dead, Call call) throws Throwable {
        left--;
        if (left != 0) {
            return call.run();
        }
        dead[0] = true;
        broken = true;
        try {
            if (arrives) {
                call.run();
            }
        } finally {
            // the server finds the connection gone, and rolls back what was not committed
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
        throw lost();
    }

    private static SQLException lost() {
        return new SQLNonTransientConnectionException("an I/O error occurred while sending to the backend", "08006");
    }

    /** The call that was made. */
    @FunctionalInterface
    private interface Call {
        Object run() throws Throwable;
    }

    /** What becomes of a call. */
    @FunctionalInterface
    private interface Between {
        Object call(String method, Object[] arguments, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Between between) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        between.call(method.getName(), arguments == null ? new Object[0] : arguments, () -> {
                            try {
                                return method.invoke(target, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        })));
    }
}
