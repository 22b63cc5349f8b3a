package io.silverdata.contract.examples.console.speed;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a request sent to the database, in order, to be sent again by itself. For one thread. */
final class Recording {
    private final List<Step> steps = new ArrayList<>();
    private int statements;
    private int connections;

    /** One thing that was done with a connection. */
    @FunctionalInterface
    private interface Step {
        void repeat(Map<Integer, Connection> open) throws SQLException;
    }

    /** How a statement is made again. */
    @FunctionalInterface
    interface Preparation {
        Statement prepare(Connection connection) throws SQLException;
    }

    /** A method with its arguments. */
    static final class Call {
        private final Method method;
        private final @Nullable Object @Nullable [] arguments;

        Call(Method method, @Nullable Object @Nullable [] arguments) {
            this.method = method;
            this.arguments = arguments;
        }

        Method method() {
            return method;
        }

        @Nullable
        Object on(Object target) throws SQLException {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException failed) {
                if (failed.getCause() instanceof SQLException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failed.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** How many statements were sent. */
    int statements() {
        return statements;
    }

    /** A connection was taken. */
    int opened(DataSource pool) {
        int number = connections++;
        steps.add(open -> open.put(number, pool.getConnection()));
        return number;
    }

    /** Something was called on a connection: a commit, or a property of it. */
    void called(int connection, Call call) {
        steps.add(open -> call.on(at(open, connection)));
    }

    /** A connection was given back. */
    void closed(int connection) {
        steps.add(open -> {
            at(open, connection).close();
            open.remove(connection);
        });
    }

    /** A statement was sent, and its rows were read. */
    void sent(int connection, Preparation preparation, List<Call> before, Call execution) {
        statements++;
        List<Call> values = List.copyOf(before);
        steps.add(open -> {
            try (Statement statement = preparation.prepare(at(open, connection))) {
                for (Call value : values) {
                    value.on(statement);
                }
                Object result = execution.on(statement);
                if (result instanceof ResultSet rows) {
                    drain(rows);
                } else if (result instanceof Boolean isRows) {
                    drain(statement, isRows);
                }
            }
        });
    }

    /** Sends everything again. */
    void repeat() throws SQLException {
        Map<Integer, Connection> open = new HashMap<>();
        for (Step step : steps) {
            step.repeat(open);
        }
        for (Connection left : open.values()) {
            left.close();
        }
    }

    private static Connection at(Map<Integer, Connection> open, int number) {
        return Objects.requireNonNull(open.get(number));
    }

    private static void drain(Statement statement, boolean isRows) throws SQLException {
        boolean rows = isRows;
        while (rows || statement.getUpdateCount() >= 0) {
            if (rows) {
                drain(statement.getResultSet());
            }
            rows = statement.getMoreResults();
        }
    }

    /** Reads every column as text, as a client of the database would. */
    private static void drain(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                rows.getString(column);
            }
        }
        rows.close();
    }
}
