package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.model.RadiusUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements on the tables of logins. Columns are always named, operators and priorities always written. */
final class SubscriberTables {
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private final Connection connection;

    SubscriberTables(Connection connection) {
        this.connection = connection;
    }

    SubscriberRows rows(RadiusUser user) throws SQLException {
        List<RadiusUser> one = List.of(user);
        return new SubscriberRows(user, items("radcheck", one), items("radreply", one), memberships(one));
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
                && names.stream().map(SubscriberTables::folded).distinct().count() == names.size();
        Map<RadiusUser, SubscriberRows> rows = new HashMap<>();
        for (RadiusUser user : users) {
            rows.put(
                    user,
                    distinct
                            ? new SubscriberRows(
                                    user,
                                    check.getOrDefault(user.value(), List.of()),
                                    reply.getOrDefault(user.value(), List.of()),
                                    memberships.getOrDefault(user.value(), List.of()))
                            : rows(user));
        }
        return rows;
    }

    /** The logins with a {@link ClassTag}, in the database's order. */
    List<String> taggedLogins(String after, int max) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select distinct username from radreply"
                + " where username > ? and attribute = ? and value like ? order by username limit ?")) {
            select.setString(1, after);
            select.setString(2, ClassTag.ATTRIBUTE);
            select.setString(3, ClassTag.LIKE);
            select.setInt(4, max);
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

    /** The same for names that differ in case or accents only. */
    private static String folded(String name) {
        return ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
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
