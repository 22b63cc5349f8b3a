package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.model.RadiusUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements on the tables of logins and groups. Columns are always named, operators and priorities always written. */
final class SubscriberTables {
    private final Connection connection;

    SubscriberTables(Connection connection) {
        this.connection = connection;
    }

    /** A row of {@code radgroupreply}. */
    record GroupItem(long id, String attribute, String op, String value) {}

    SubscriberRows rows(RadiusUser user) throws SQLException {
        return new SubscriberRows(user, items("radcheck", user), items("radreply", user), memberships(user));
    }

    void insertCheck(RadiusUser user, String attribute, String value) throws SQLException {
        insertItem("radcheck", user, attribute, value);
    }

    void insertReply(RadiusUser user, String attribute, String value) throws SQLException {
        insertItem("radreply", user, attribute, value);
    }

    void insertMembership(RadiusUser user, String group, int priority) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into radusergroup (username, groupname, priority) values (?, ?, ?)")) {
            insert.setString(1, user.value());
            insert.setString(2, group);
            insert.setInt(3, priority);
            insert.executeUpdate();
        }
    }

    void insertGroupReply(String group, String attribute, String op, String value) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into radgroupreply (groupname, attribute, op, value) values (?, ?, ?, ?)")) {
            insert.setString(1, group);
            insert.setString(2, attribute);
            insert.setString(3, op);
            insert.setString(4, value);
            insert.executeUpdate();
        }
    }

    void deleteCheck(long id) throws SQLException {
        delete("delete from radcheck where id = ?", id);
    }

    void deleteReply(long id) throws SQLException {
        delete("delete from radreply where id = ?", id);
    }

    void deleteMembership(long id) throws SQLException {
        delete("delete from radusergroup where id = ?", id);
    }

    void deleteGroupReply(long id) throws SQLException {
        delete("delete from radgroupreply where id = ?", id);
    }

    List<GroupItem> groupReply(String group) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, attribute, op, value from radgroupreply where groupname = ? order by id")) {
            select.setString(1, group);
            try (ResultSet found = select.executeQuery()) {
                List<GroupItem> items = new ArrayList<>();
                while (found.next()) {
                    items.add(new GroupItem(
                            found.getLong(1),
                            found.getString(2),
                            found.getString(3).trim(),
                            found.getString(4)));
                }
                return items;
            }
        }
    }

    private List<SubscriberRows.Item> items(String table, RadiusUser user) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, username, attribute, op, value from " + table + " where username = ? order by id")) {
            select.setString(1, user.value());
            try (ResultSet found = select.executeQuery()) {
                List<SubscriberRows.Item> items = new ArrayList<>();
                while (found.next()) {
                    // op is char(2) in some schemas
                    items.add(new SubscriberRows.Item(
                            found.getLong(1),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4).trim(),
                            found.getString(5)));
                }
                return items;
            }
        }
    }

    private List<SubscriberRows.Membership> memberships(RadiusUser user) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id, username, groupname, priority"
                + " from radusergroup where username = ? order by priority, id")) {
            select.setString(1, user.value());
            try (ResultSet found = select.executeQuery()) {
                List<SubscriberRows.Membership> memberships = new ArrayList<>();
                while (found.next()) {
                    memberships.add(new SubscriberRows.Membership(
                            found.getLong(1), found.getString(2), found.getString(3), found.getInt(4)));
                }
                return memberships;
            }
        }
    }

    private void insertItem(String table, RadiusUser user, String attribute, String value) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table + " (username, attribute, op, value) values (?, ?, ?, ?)")) {
            insert.setString(1, user.value());
            insert.setString(2, attribute);
            insert.setString(3, SubscriberRows.SET);
            insert.setString(4, value);
            insert.executeUpdate();
        }
    }

    private void delete(String statement, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }
}
