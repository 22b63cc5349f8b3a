package io.silverdata.contract.examples.console.speed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool that records what the thread of a request does with its connections. Other threads are not recorded. */
final class RecordingDataSource extends DelegatingDataSource {
    private static final Set<String> OF_CONNECTIONS =
            Set.of("commit", "rollback", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    private static final ThreadLocal<@Nullable Recording> RECORDINGS = new ThreadLocal<>();

    RecordingDataSource(DataSource pool) {
        super(pool);
    }

    /** The pool without recording. */
    DataSource pool() {
        return Objects.requireNonNull(getTargetDataSource());
    }

    /** Records this thread. */
    void begin() {
        RECORDINGS.set(new Recording());
    }

    /** What this thread did since it began. */
    Recording end() {
        Recording recording = Objects.requireNonNull(RECORDINGS.get(), "not begun");
        RECORDINGS.remove();
        return recording;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool().getConnection();
        Recording recording = RECORDINGS.get();
        return recording == null ? connection : recorded(connection, recording);
    }

    private Connection recorded(Connection connection, Recording recording) {
        int number = recording.opened(pool());
        return (Connection) proxy(Connection.class, (self, method, arguments) -> {
            Recording.Call call = new Recording.Call(method, arguments);
            Object result = call.on(connection);
            if (method.getName().equals("close")) {
                recording.closed(number);
            } else if (OF_CONNECTIONS.contains(method.getName())) {
                recording.called(number, call);
            } else if (result instanceof PreparedStatement prepared) {
                return recorded(PreparedStatement.class, prepared, call, recording, number);
            } else if (result instanceof Statement statement) {
                return recorded(Statement.class, statement, call, recording, number);
            }
            return result;
        });
    }

    private static Object recorded(
            Class<?> type, Statement statement, Recording.Call preparation, Recording recording, int connection) {
        List<Recording.Call> before = new ArrayList<>();
        return proxy(type, (self, method, arguments) -> {
            Recording.Call call = new Recording.Call(method, arguments);
            Object result = call.on(statement);
            if (isBefore(method)) {
                before.add(call);
            } else if (method.getName().startsWith("execute")) {
                recording.sent(
                        connection, fresh -> (Statement) Objects.requireNonNull(preparation.on(fresh)), before, call);
            }
            return result;
        });
    }

    private static boolean isBefore(Method method) {
        return method.getName().startsWith("set") || method.getName().equals("addBatch");
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(RecordingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
