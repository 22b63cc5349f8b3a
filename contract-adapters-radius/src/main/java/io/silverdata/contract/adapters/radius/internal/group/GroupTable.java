package io.silverdata.contract.adapters.radius.internal.group;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements on {@code radgroupreply}. For one transaction. */
public final class GroupTable {
    private final Connection connection;
    private final boolean caching;
    private final Map<String, List<Row>> cache = new HashMap<>();

    private GroupTable(Connection connection, boolean caching) {
        this.connection = connection;
        this.caching = caching;
    }

    /** Each question is a statement. */
    public static GroupTable on(Connection connection) {
        return new GroupTable(connection, false);
    }

    /** For reading only: the rows of a group are read once. */
    public static GroupTable cachingOn(Connection connection) {
        return new GroupTable(connection, true);
    }

    /** A row. */
    record Row(long id, String attribute, String op, String value) {
        @Override
        public String toString() {
            return attribute + " " + op + " " + value;
        }
    }

    List<Row> rows(String group) throws SQLException {
        List<Row> cached = cache.get(group);
        if (cached != null) {
            return cached;
        }
        List<Row> rows = select(group);
        if (caching) {
            cache.put(group, rows);
        }
        return rows;
    }

    void insert(String group, String attribute, String op, String value) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into radgroupreply (groupname, attribute, op, value) values (?, ?, ?, ?)")) {
            insert.setString(1, group);
            insert.setString(2, attribute);
            insert.setString(3, op);
            insert.setString(4, value);
            insert.executeUpdate();
        }
    }

    void delete(Row row) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from radgroupreply where id = ?")) {
            delete.setLong(1, row.id());
            delete.executeUpdate();
        }
    }

    private List<Row> select(String group) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, attribute, op, value from radgroupreply where groupname = ? order by id")) {
            select.setString(1, group);
            try (ResultSet found = select.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    // op is char(2) in some schemas
                    rows.add(new Row(
                            found.getLong(1),
                            found.getString(2),
                            found.getString(3).trim(),
                            found.getString(4)));
                }
                return rows;
            }
        }
    }
}
