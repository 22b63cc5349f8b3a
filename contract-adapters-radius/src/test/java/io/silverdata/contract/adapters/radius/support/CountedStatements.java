package io.silverdata.contract.adapters.radius.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What is sent to a database: each statement that is executed, each commit and rollback. Safe for use by any number of threads. */
public final class CountedStatements {
    private final DataSource real;
    private final List<String> sent = new ArrayList<>();

    public CountedStatements(DataSource real) {
        this.real = real;
    }

    public DataSource dataSource() {
        return FailingCommits.dataSource(() -> proxy(Connection.class, real.getConnection(), ""));
    }

    /** What was sent since the last time that this was asked. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    private <T> T proxy(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> invoke(target, sql, method, arguments)));
    }

    private Object invoke(Object target, String sql, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            add(sql.isEmpty() ? String.valueOf(arguments[0]) : sql);
        } else if (name.equals("commit") || name.equals("rollback")) {
            add(name);
        }
        try {
            Object result = method.invoke(target, arguments);
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? proxy(Statement.class, statement, "") : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private synchronized void add(String statement) {
        sent.add(statement);
    }
}
