package io.silverdata.contract.adapters.radius.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** SQLite: the transaction is the only one that writes to the file. */
public final class SqliteDialect implements Dialect {

    @Override
    public void begin(Connection connection, List<String> names) throws SQLException {
        run(connection, "begin immediate");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        run(connection, "commit");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        run(connection, "rollback");
    }

    @Override
    public String epoch(String column) {
        // FreeRADIUS writes seconds since 1970; other tools write text
        return "case when typeof(" + column + ") = 'integer' then " + column + " else cast(strftime('%s', " + column
                + ") as integer) end";
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
