package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.LoginNames;
import io.silverdata.contract.model.RadiusUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The statements on the tables of logins. Columns are always named, operators and priorities always written. */
final class SubscriberTables {
    // 4,000 values at most: each database takes more than that in one statement
    private static final int MAX_ROWS = 1_000;

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
     * The rows of many logins, with as many statements as for one. A login that the database may take for another one, or for
     * one that has rows, is read by itself: then it is the database that says which rows are whose.
     */
    Map<RadiusUser, SubscriberRows> rows(List<RadiusUser> users) throws SQLException {
        Map<String, List<SubscriberRows.Item>> check = byName(items("radcheck", users), SubscriberRows.Item::userName);
        Map<String, List<SubscriberRows.Item>> reply = byName(items("radreply", users), SubscriberRows.Item::userName);
        Map<String, List<SubscriberRows.Membership>> memberships =
                byName(memberships(users), SubscriberRows.Membership::userName);
        Predicate<RadiusUser> alike = alike(users, List.of(check.keySet(), reply.keySet(), memberships.keySet()));
        Map<RadiusUser, SubscriberRows> rows = new HashMap<>();
        for (RadiusUser user : users) {
            rows.put(
                    user,
                    alike.test(user)
                            ? rows(user)
                            : SubscriberRows.of(
                                    user,
                                    check.getOrDefault(user.value(), List.of()),
                                    reply.getOrDefault(user.value(), List.of()),
                                    memberships.getOrDefault(user.value(), List.of()),
                                    holds));
        }
        return rows;
    }

    /** The same of {@code radreply} alone, for the tags: who has one is this library's. */
    Map<RadiusUser, SubscriberRows> replyRows(List<RadiusUser> users) throws SQLException {
        Map<String, List<SubscriberRows.Item>> reply = byName(items("radreply", users), SubscriberRows.Item::userName);
        Predicate<RadiusUser> alike = alike(users, List.of(reply.keySet()));
        Map<RadiusUser, SubscriberRows> rows = new HashMap<>();
        for (RadiusUser user : users) {
            List<SubscriberRows.Item> own =
                    alike.test(user) ? items("radreply", List.of(user)) : reply.getOrDefault(user.value(), List.of());
            rows.put(user, SubscriberRows.of(user, List.of(), own, List.of(), holds));
        }
        return rows;
    }

    /** Where rows came that belong to no login by any rule known here, each of the logins may be the one. */
    private static Predicate<RadiusUser> alike(List<RadiusUser> users, List<Set<String>> found) {
        Set<String> names = users.stream().map(RadiusUser::value).collect(Collectors.toSet());
        Set<String> folded = names.stream().map(LoginNames::folded).collect(Collectors.toSet());
        Set<String> all = new HashSet<>(names);
        found.forEach(all::addAll);
        if (!folded.containsAll(all.stream().map(LoginNames::folded).toList())) {
            return user -> true;
        }
        Map<String, Long> times =
                all.stream().collect(Collectors.groupingBy(LoginNames::folded, Collectors.counting()));
        return user -> times.getOrDefault(LoginNames.folded(user.value()), 0L) > 1;
    }

    /** Writes the changes of any number of logins: a statement for each table, and each so many rows. */
    void write(Collection<RowChange> changes) throws SQLException {
        delete("radcheck", all(changes, RowChange::deletedChecks));
        delete("radreply", all(changes, RowChange::deletedReplies));
        delete("radusergroup", all(changes, RowChange::deletedMemberships));
        insertCredentials(all(changes, RowChange::credentials));
        insertItems("radcheck", all(changes, RowChange::checks));
        insertItems("radreply", all(changes, RowChange::replies));
        insertMemberships(all(changes, RowChange::memberships));
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

    private static <T> List<T> all(Collection<RowChange> changes, Function<RowChange, List<T>> rows) {
        return changes.stream().flatMap(change -> rows.apply(change).stream()).toList();
    }

    /** A database may repeat the row that it does not take; then the password would be in the message. */
    private void insertCredentials(List<RowChange.NewItem> credentials) throws SQLException {
        try {
            insertItems("radcheck", credentials);
        } catch (SQLException failed) {
            throw new SQLException(
                    "the row of the password was not taken: " + kind(failed),
                    failed.getSQLState(),
                    failed.getErrorCode());
        }
    }

    private static String kind(SQLException failed) {
        return switch (Objects.toString(failed.getSQLState(), "")) {
            case "23502" -> "a column of radcheck that must have a value gets none";
            case "23514" -> "a check of radcheck forbids it";
            case "23505" -> "radcheck has such a row already";
            case "22001" -> "it is too long for its column";
            case "42501" -> "the database user may not write radcheck";
            default -> "the database's own words are left out, as they may repeat it";
        };
    }

    private void insertItems(String table, List<RowChange.NewItem> items) throws SQLException {
        insert(table + " (username, attribute, op, value)", 4, items, (statement, at, item) -> {
            statement.setString(at, item.user().value());
            statement.setString(at + 1, item.attribute());
            statement.setString(at + 2, item.op());
            statement.setString(at + 3, item.value());
        });
    }

    private void insertMemberships(List<RowChange.NewMembership> memberships) throws SQLException {
        insert("radusergroup (username, groupname, priority)", 3, memberships, (statement, at, membership) -> {
            statement.setString(at, membership.user().value());
            statement.setString(at + 1, membership.group());
            statement.setInt(at + 2, membership.priority());
        });
    }

    private interface Parameters<T> {
        void set(PreparedStatement statement, int first, T row) throws SQLException;
    }

    private <T> void insert(String table, int columns, List<T> rows, Parameters<T> parameters) throws SQLException {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        for (int from = 0; from < rows.size(); from += MAX_ROWS) {
            List<T> some = rows.subList(from, Math.min(from + MAX_ROWS, rows.size()));
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into " + table + " values " + String.join(", ", Collections.nCopies(some.size(), row)))) {
                for (int i = 0; i < some.size(); i++) {
                    parameters.set(insert, i * columns + 1, some.get(i));
                }
                insert.executeUpdate();
            }
        }
    }

    private void delete(String table, List<Long> ids) throws SQLException {
        for (int from = 0; from < ids.size(); from += MAX_ROWS) {
            List<Long> some = ids.subList(from, Math.min(from + MAX_ROWS, ids.size()));
            try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where id in ("
                    + String.join(", ", Collections.nCopies(some.size(), "?")) + ")")) {
                for (int i = 0; i < some.size(); i++) {
                    delete.setLong(i + 1, some.get(i));
                }
                delete.executeUpdate();
            }
        }
    }
}
