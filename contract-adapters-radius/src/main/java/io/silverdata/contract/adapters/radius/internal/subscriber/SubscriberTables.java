package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.LoginNames;
import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.model.RadiusUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements on the tables of logins. Columns are always named, operators and priorities always written. */
final class SubscriberTables {
    private final Connection connection;
    private final HoldGroups holds;

    SubscriberTables(Connection connection, HoldGroups holds) {
        this.connection = connection;
        this.holds = holds;
    }

    SubscriberRows rows(RadiusUser user) throws SQLException {
        List<RadiusUser> one = List.of(user);
        return SubscriberRows.of(user, items("radcheck", one), items("radreply", one), memberships(one), holds);
    }

    /**
     * The rows of many logins, with as many statements as for one. Where the database may take two of the names for the same,
     * each login is read by itself: then it is the database that says which rows are whose.
     */
    Map<RadiusUser, SubscriberRows> rows(List<RadiusUser> users) throws SQLException {
        Map<String, List<SubscriberRows.Item>> check = byName(items("radcheck", users), SubscriberRows.Item::userName);
        Map<String, List<SubscriberRows.Item>> reply = byName(items("radreply", users), SubscriberRows.Item::userName);
        Map<String, List<SubscriberRows.Membership>> memberships =
                byName(memberships(users), SubscriberRows.Membership::userName);
        Set<String> names = users.stream().map(RadiusUser::value).collect(Collectors.toSet());
        boolean distinct = Stream.of(check, reply, memberships).allMatch(rows -> names.containsAll(rows.keySet()))
                && names.stream().map(LoginNames::folded).distinct().count() == names.size();
        Map<RadiusUser, SubscriberRows> rows = new HashMap<>();
        for (RadiusUser user : users) {
            rows.put(
                    user,
                    distinct
                            ? SubscriberRows.of(
                                    user,
                                    check.getOrDefault(user.value(), List.of()),
                                    reply.getOrDefault(user.value(), List.of()),
                                    memberships.getOrDefault(user.value(), List.of()),
                                    holds)
                            : rows(user));
        }
        return rows;
    }

    /** The logins that this owner made, in the database's order. */
    List<String> markedLogins(String owner, String after, int max) throws SQLException {
        // earlier releases wrote a tag and no mark
        String earlier = owner.equals(LoginOwner.DEFAULT_NAME)
                ? " union select username from radreply where username > ? and attribute = '" + ClassTag.ATTRIBUTE
                        + "' and value like '" + ClassTag.LIKE + "' and not exists (select 1 from radcheck"
                        + " where radcheck.username = radreply.username and attribute = '" + LoginMark.ATTRIBUTE
                        + "' and value like '" + LoginMark.like("%") + "')"
                : "";
        return names(
                "select username from radcheck where username > ? and attribute = '" + LoginMark.ATTRIBUTE
                        + "' and value like '" + LoginMark.like(owner) + "'" + earlier,
                after,
                earlier.isEmpty() ? 1 : 2,
                max);
    }

    /** The logins that no host made by this library, in the database's order. */
    List<String> foreignLogins(String after, int max) throws SQLException {
        String foreign = " where username > ? and not exists (select 1 from radcheck marked where marked.username ="
                + " logins.username and marked.attribute = '" + LoginMark.ATTRIBUTE + "' and marked.value like '"
                + LoginMark.like("%") + "') and not exists (select 1 from radreply tagged where tagged.username ="
                + " logins.username and tagged.attribute = '" + ClassTag.ATTRIBUTE + "' and tagged.value like '"
                + ClassTag.LIKE + "')";
        return names(
                "select username from radcheck logins" + foreign + " union select username from radusergroup logins"
                        + foreign,
                after,
                2,
                max);
    }

    private List<String> names(String union, String after, int times, int max) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct username from (" + union + ") names order by username limit ?")) {
            for (int i = 1; i <= times; i++) {
                select.setString(i, after);
            }
            select.setInt(times + 1, max);
            try (ResultSet found = select.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (found.next()) {
                    names.add(found.getString(1));
                }
                return names;
            }
        }
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

    void deleteCheck(long id) throws SQLException {
        delete("delete from radcheck where id = ?", id);
    }

    void deleteReply(long id) throws SQLException {
        delete("delete from radreply where id = ?", id);
    }

    void deleteMembership(long id) throws SQLException {
        delete("delete from radusergroup where id = ?", id);
    }

    private List<SubscriberRows.Item> items(String table, List<RadiusUser> users) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id, username, attribute, op, value from "
                + table + " where username in (" + parameters(users) + ") order by id")) {
            set(select, users);
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

    private List<SubscriberRows.Membership> memberships(List<RadiusUser> users) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id, username, groupname, priority"
                + " from radusergroup where username in (" + parameters(users) + ") order by priority, id")) {
            set(select, users);
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

    private static String parameters(List<RadiusUser> users) {
        return String.join(", ", Collections.nCopies(users.size(), "?"));
    }

    private static void set(PreparedStatement statement, List<RadiusUser> users) throws SQLException {
        for (int i = 0; i < users.size(); i++) {
            statement.setString(i + 1, users.get(i).value());
        }
    }

    private static <T> Map<String, List<T>> byName(List<T> rows, Function<T, String> name) {
        return rows.stream().collect(Collectors.groupingBy(name));
    }

    private void insertItem(String table, RadiusUser user, String attribute, String value) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table + " (username, attribute, op, value) values (?, ?, ?, ?)")) {
            insert.setString(1, user.value());
            insert.setString(2, attribute);
            insert.setString(3, Operators.SET);
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
