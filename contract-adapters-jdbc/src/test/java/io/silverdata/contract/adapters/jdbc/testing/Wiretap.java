package io.silverdata.contract.adapters.jdbc.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A data source that tells of each message to the database, and on demand lets something else happen first, or fails. */
public final class Wiretap {
    /** The message that commits. */
    public static final String COMMIT = "COMMIT";

    /** The message that rolls back. */
    public static final String ROLLBACK = "ROLLBACK";

    /** A connection is given back. It is no message. */
    public static final String CLOSE = "CLOSE";

    private final List<String> messages = new ArrayList<>();
    private final Map<String, Interruption> interruptions = new HashMap<>();
    private final DataSource tapped;

    public Wiretap(DataSource real) {
        tapped = proxy(DataSource.class, real, "");
    }

    /** What happens before a message is sent, or instead. */
    @FunctionalInterface
    public interface Interruption {
        void before() throws SQLException;
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

    /** Does something before each message that contains a text. */
    public void before(String text, Interruption interruption) {
        interruptions.put(text, interruption);
    }

    /** Sends no message that contains a text, and fails instead. */
    public void failAt(String text, SQLException how) {
        before(text, () -> {
            throw how;
        });
    }

    /** From now on everything goes through. */
    public void heal() {
        interruptions.clear();
    }

    /** Whether PostgreSQL has committed already, with the statement before. Its driver sends nothing then. */
    private static boolean isCommitted(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
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
            send(arguments.length > 0 ? String.valueOf(arguments[0]) : sql);
        } else if (name.equals("commit") && !isCommitted((Connection) real)) {
            send(COMMIT);
        } else if (name.equals("rollback")) {
            send(ROLLBACK);
        }
        try {
            Object result = method.invoke(real, arguments);
            if (name.equals("close") && real instanceof Connection) {
                interrupt(CLOSE);
            }
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

    private void send(String message) throws SQLException {
        messages.add(message);
        interrupt(message);
    }

    private void interrupt(String message) throws SQLException {
        for (Map.Entry<String, Interruption> interruption : List.copyOf(interruptions.entrySet())) {
            if (message.contains(interruption.getKey())) {
                interruption.getValue().before();
            }
        }
    }
}
