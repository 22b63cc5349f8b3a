package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.testing.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A data source that has each statement explained before it is run, with its values, and notes those that have to read a whole table. */
final class Explaining {
    private static final Pattern EXPLAINABLE =
            Pattern.compile("(SELECT|UPDATE|DELETE|INSERT INTO \\S+ \\([^)]*\\) SELECT)\\b.*", Pattern.DOTALL);
    private static final Pattern POSTGRESQL_SCAN = Pattern.compile("Seq Scan on ct_(olt|pon_port|splitter|output)\\b");
    private static final Pattern H2_SCAN = Pattern.compile("CT_(OLT|PON_PORT|SPLITTER|OUTPUT)\\.tableScan");

    private final Database database;
    private final DataSource explaining;
    private final Set<String> explained = new LinkedHashSet<>();
    private final Set<String> scans = new LinkedHashSet<>();

    /** Gives a statement one of its values. */
    @FunctionalInterface
    private interface Value {
        void bind(PreparedStatement statement) throws Throwable;
    }

    Explaining(Database database) {
        this.database = database;
        explaining = proxy(DataSource.class, database.dataSource());
    }

    DataSource dataSource() {
        return explaining;
    }

    /** Every statement that was explained. */
    Set<String> explained() {
        return explained;
    }

    /** Statements that find no index, with their plans. */
    Set<String> scans() {
        return scans;
    }

    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                Explaining.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result = invoke(method, real, arguments);
                    if (result instanceof PreparedStatement statement) {
                        return statement(statement, (Connection) real, String.valueOf(arguments[0]));
                    }
                    return result instanceof Connection connection && real instanceof DataSource
                            ? proxy(Connection.class, connection)
                            : result;
                }));
    }

    private PreparedStatement statement(PreparedStatement real, Connection connection, String sql) {
        List<Value> values = new ArrayList<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Explaining.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("set")
                            && arguments != null
                            && arguments.length > 1
                            && arguments[0] instanceof Integer) {
                        values.add(statement -> invoke(method, statement, arguments));
                    }
                    String name = method.getName();
                    boolean runs = name.startsWith("execute") && arguments == null && !name.equals("executeBatch");
                    boolean isFirstOfBatch = name.equals("addBatch") && !explained.contains(sql);
                    if (runs || isFirstOfBatch) {
                        explain(connection, sql, values);
                    }
                    return invoke(method, real, arguments);
                });
    }

    private void explain(Connection connection, String sql, List<Value> values) throws Throwable {
        if (!EXPLAINABLE.matcher(sql).matches()) {
            return;
        }
        explained.add(sql);
        plan(connection, "off");
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            for (Value value : values) {
                value.bind(explain);
            }
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    if (isScan(rows, sql)) {
                        scans.add(sql + "\n" + rows.getString(1));
                    }
                }
            }
        }
        plan(connection, "on");
    }

    /** PostgreSQL reads small tables whole although there is an index. */
    private void plan(Connection connection, String scans) throws SQLException {
        if (database == Database.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL enable_seqscan TO " + scans);
            }
        }
    }

    private boolean isScan(ResultSet row, String sql) throws SQLException {
        return switch (database) {
            case POSTGRESQL -> POSTGRESQL_SCAN.matcher(row.getString(1)).find();
            case H2 -> H2_SCAN.matcher(row.getString(1)).find();
            case MARIADB -> {
                String table = String.valueOf(row.getString("table"));
                String type = String.valueOf(row.getString("type")).toUpperCase(Locale.ROOT);
                boolean whole = type.equals("ALL") || (type.equals("INDEX") && !sql.contains("LIMIT"));
                yield whole && !table.contains("<") && !table.equals("n") && row.getString("possible_keys") == null;
            }
        };
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
