package io.silverdata.contract.adapters.jdbc.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A data source that tells of each message to the database, and breaks commits on demand. */
public final class Wiretap {
    private final List<String> messages = new ArrayList<>();
    private final DataSource tapped;
    private SQLException brokenCommit = new SQLException("none");
    private boolean breaksCommit;

    public Wiretap(DataSource real) {
        tapped = proxy(DataSource.class, real, "");
    }

    public DataSource dataSource() {
        return tapped;
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    public void forget() {
        messages.clear();
    }

    public void breakCommits(SQLException how) {
        brokenCommit = how;
        breaksCommit = true;
    }

    public void healCommits() {
        breaksCommit = false;
    }

    private <T> T proxy(Class<T> type, Object real, String sql) {
        return type.cast(Proxy.newProxyInstance(
                Wiretap.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(real, method, arguments == null ? new Object[0] : arguments, sql)));
    }

    private Object call(Object real, Method method, Object[] arguments, String sql) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            messages.add(arguments.length > 0 ? String.valueOf(arguments[0]) : sql);
        } else if (name.equals("commit")) {
            messages.add("COMMIT");
            if (breaksCommit) {
                throw brokenCommit;
            }
        }
        try {
            Object result = method.invoke(real, arguments);
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            if (result instanceof Statement statement) {
                return proxy(Statement.class, statement, "");
            }
            return result instanceof Connection connection && real instanceof DataSource
                    ? proxy(Connection.class, connection, "")
                    : result;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
