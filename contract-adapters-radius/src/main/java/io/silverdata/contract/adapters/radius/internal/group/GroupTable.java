package io.silverdata.contract.adapters.radius.internal.group;

import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The statements on {@code radgroupcheck} and {@code radgroupreply}. For one transaction. */
public final class GroupTable {
    private final Connection connection;
    private final boolean caching;
    private final Map<String, List<Stored>> cache = new HashMap<>();

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

    /** Which rows of a group. */
    enum Kind {
        CHECK("radgroupcheck"),
        REPLY("radgroupreply");

        private final String table;

        Kind(String table) {
            this.table = table;
        }
    }

    /** A row with its key. */
    record Stored(long id, Row row) {}

    /** A group as FreeRADIUS reads it; without rows where there is none. */
    public LoginRows.Group group(String name) throws SQLException {
        return new LoginRows.Group(name, rows(Kind.CHECK, name), rows(Kind.REPLY, name));
    }

    List<Stored> stored(Kind kind, String group) throws SQLException {
        String key = kind.table + " " + group;
        List<Stored> cached = cache.get(key);
        if (cached != null) {
            return cached;
        }
        List<Stored> rows = select(kind, group);
        if (caching) {
            cache.put(key, rows);
        }
        return rows;
    }

    void insert(Kind kind, String group, Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + kind.table + " (groupname, attribute, op, value) values (?, ?, ?, ?)")) {
            insert.setString(1, group);
            insert.setString(2, row.attribute());
            insert.setString(3, row.op());
            insert.setString(4, row.value());
            insert.executeUpdate();
        }
    }

    void delete(Kind kind, Stored row) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + kind.table + " where id = ?")) {
            delete.setLong(1, row.id());
            delete.executeUpdate();
        }
    }

    /** The names of all groups that some other one is held by, see {@link HeldGroup}. */
    List<String> heldGroups() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select distinct groupname from radgroupreply where groupname like '%@%'");
                ResultSet found = select.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    private List<Row> rows(Kind kind, String group) throws SQLException {
        return stored(kind, group).stream().map(Stored::row).toList();
    }

    private List<Stored> select(Kind kind, String group) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, attribute, op, value from " + kind.table + " where groupname = ? order by id")) {
            select.setString(1, group);
            try (ResultSet found = select.executeQuery()) {
                List<Stored> rows = new ArrayList<>();
                while (found.next()) {
                    // op is char(2) in some schemas
                    rows.add(new Stored(
                            found.getLong(1),
                            new Row(
                                    found.getString(2),
                                    Objects.toString(found.getString(3), "").trim(),
                                    Objects.toString(found.getString(4), ""))));
                }
                return rows;
            }
        }
    }
}
