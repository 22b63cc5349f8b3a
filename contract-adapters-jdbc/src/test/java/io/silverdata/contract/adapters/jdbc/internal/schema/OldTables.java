package io.silverdata.contract.adapters.jdbc.internal.schema;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Tables as earlier releases made them. */
public final class OldTables {
    private OldTables() {}

    /** Makes the tables of a version. */
    public static void create(Connection connection, Dialect dialect, TableNames names, int version)
            throws SQLException {
        for (String script : Scripts.all(dialect, 0).subList(0, version)) {
            execute(connection, Scripts.statements(names.script(script)));
        }
    }

    /** Makes the table of work anew as version 1 has it, without rows. */
    public static void recreateWork(Connection connection, Dialect dialect, TableNames names) throws SQLException {
        execute(connection, List.of(names.sql("DROP TABLE {work}")));
        execute(
                connection,
                Scripts.statements(names.script(Scripts.all(dialect, 0).get(0))).stream()
                        .filter(sql -> sql.contains(names.sql("{work} (")))
                        .toList());
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
