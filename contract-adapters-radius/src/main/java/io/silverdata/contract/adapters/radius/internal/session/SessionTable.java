package io.silverdata.contract.adapters.radius.internal.session;

import static java.util.stream.Collectors.toList;

import io.silverdata.contract.adapters.radius.internal.LoginNames;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.adapters.radius.internal.sql.Dialect;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.RadiusUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Open sessions in {@code radacct}, which is read and never written: it belongs to accounting. */
public final class SessionTable {
    private static final int MAX_AT_ONCE = 1_000;
    // what the schemas of older releases do not have, and its type
    private static final Map<String, String> COLUMNS = Map.of(
            "nasportid", "varchar(50)",
            "framedipaddress", "varchar(45)",
            "callingstationid", "varchar(50)",
            "class", "varchar(64)",
            "acctupdatetime", "timestamp null");

    private final RadiusDatabase database;
    private final String columns;

    public SessionTable(RadiusDatabase database) {
        this.database = database;
        Dialect dialect = database.dialect();
        this.columns = String.join(
                ", ",
                "acctuniqueid",
                "acctsessionid",
                "username",
                dialect.address("nasipaddress"),
                "nasportid",
                dialect.address("framedipaddress"),
                "callingstationid",
                "class",
                dialect.epoch("acctstarttime"),
                dialect.epoch("acctupdatetime"));
    }

    /**
     * Checks that accounting has the columns that are read.
     *
     * @throws IllegalStateException naming what is missing, and what to add
     */
    public void requireColumns() {
        if (isThere(columns)) {
            return;
        }
        if (!isThere("radacctid")) {
            throw new IllegalStateException("there is no table radacct: let FreeRADIUS account into this database");
        }
        List<String> missing = COLUMNS.keySet().stream()
                .filter(column -> !isThere(column))
                .sorted()
                .map(column -> "alter table radacct add column " + column + " " + COLUMNS.get(column))
                .toList();
        throw new IllegalStateException("radacct is of an older schema of FreeRADIUS: " + String.join("; ", missing)
                + "; and let queries.conf fill them, as that of FreeRADIUS 3.0.22 and later does");
    }

    private boolean isThere(String selected) {
        try {
            return database.read(connection -> {
                try (PreparedStatement select =
                        connection.prepareStatement("select " + selected + " from radacct where 1 = 0")) {
                    select.executeQuery().close();
                    return true;
                }
            });
        } catch (DatabaseException failed) {
            if (failed.isOfSchema()) {
                return false;
            }
            throw failed;
        }
    }

    /**
     * Those of any number of logins, the newest first; logins without one are left out. Whose a session is, the database says:
     * it may take the name that is accounted for another spelling of the login. One statement for each thousand, and one more
     * for each session of another spelling.
     */
    public Map<RadiusUser, List<Session>> openByUser(Collection<RadiusUser> users) {
        Map<RadiusUser, List<Session>> open = new HashMap<>();
        Map<String, List<RadiusUser>> alike = users.stream()
                .distinct()
                .collect(Collectors.groupingBy(user -> LoginNames.folded(user.value()), LinkedHashMap::new, toList()));
        List<RadiusUser> alone = new ArrayList<>();
        for (List<RadiusUser> some : alike.values()) {
            if (some.size() == 1) {
                alone.addAll(some);
            } else {
                // the database may give each of them the sessions of all
                some.forEach(user -> addOpen(List.of(user), open));
            }
        }
        for (int from = 0; from < alone.size(); from += MAX_AT_ONCE) {
            addOpen(alone.subList(from, Math.min(from + MAX_AT_ONCE, alone.size())), open);
        }
        return open;
    }

    /** Those of these sessions that are still open, by their unique id, as they are now. One statement for each thousand. */
    Map<String, Session> refresh(List<Session> sessions) {
        Map<String, Session> open = new HashMap<>();
        for (int from = 0; from < sessions.size(); from += MAX_AT_ONCE) {
            List<Session> some = sessions.subList(from, Math.min(from + MAX_AT_ONCE, sessions.size()));
            database.read(connection -> selectAgain(connection, some))
                    .forEach(session -> open.put(session.uniqueId(), session));
        }
        return open;
    }

    private List<Session> selectAgain(Connection connection, List<Session> sessions) throws SQLException {
        Map<String, RadiusUser> users =
                sessions.stream().collect(Collectors.toMap(Session::uniqueId, Session::user, (one, same) -> one));
        List<String> ids = List.copyOf(users.keySet());
        try (PreparedStatement select = connection.prepareStatement("select " + columns
                + " from radacct where acctuniqueid in (" + parameters(ids) + ") and acctstoptime is null")) {
            set(select, ids);
            try (ResultSet found = select.executeQuery()) {
                List<Session> open = new ArrayList<>();
                while (found.next()) {
                    RadiusUser user = users.get(found.getString(1));
                    if (user != null) {
                        open.add(session(found, user));
                    }
                }
                return open;
            }
        }
    }

    /** One login that the database's character set does not have spoils nothing for the others. */
    private void addOpen(List<RadiusUser> users, Map<RadiusUser, List<Session>> open) {
        try {
            List<Session> found = database.read(connection -> select(connection, users));
            found.forEach(session -> open.computeIfAbsent(session.user(), any -> new ArrayList<>())
                    .add(session));
        } catch (DatabaseException failed) {
            if (!failed.isUnrepresentable()) {
                throw failed;
            }
            if (users.size() > 1) {
                addOpen(users.subList(0, users.size() / 2), open);
                addOpen(users.subList(users.size() / 2, users.size()), open);
            }
        }
    }

    private List<Session> select(Connection connection, List<RadiusUser> users) throws SQLException {
        List<String> names = users.stream().map(RadiusUser::value).toList();
        Map<String, RadiusUser> byName =
                users.stream().collect(Collectors.toMap(RadiusUser::value, Function.identity()));
        try (PreparedStatement select = connection.prepareStatement("select " + columns
                + " from radacct where username in (" + parameters(names)
                + ") and acctstoptime is null order by radacctid desc")) {
            set(select, names);
            try (ResultSet found = select.executeQuery()) {
                List<Session> sessions = new ArrayList<>();
                while (found.next()) {
                    String accounted = found.getString(3);
                    RadiusUser user = byName.get(accounted);
                    sessions.add(session(
                            found,
                            user == null ? spelledOtherwise(connection, found.getString(1), accounted, users) : user));
                }
                return sessions;
            }
        }
    }

    private static String parameters(List<String> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static void set(PreparedStatement statement, List<String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
    }

    /** Of these logins, the one that the database takes the name of the session for. */
    private static RadiusUser spelledOtherwise(
            Connection connection, String uniqueId, String accounted, List<RadiusUser> users) throws SQLException {
        List<RadiusUser> likelyFirst = users.stream()
                .sorted(Comparator.comparing(
                        (RadiusUser user) -> !LoginNames.folded(user.value()).equals(LoginNames.folded(accounted))))
                .toList();
        for (RadiusUser user : likelyFirst) {
            try (PreparedStatement select =
                    connection.prepareStatement("select 1 from radacct where acctuniqueid = ? and username = ?")) {
                select.setString(1, uniqueId);
                select.setString(2, user.value());
                try (ResultSet same = select.executeQuery()) {
                    if (same.next()) {
                        return user;
                    }
                }
            }
        }
        throw new SQLException("accounting changed while it was read: " + accounted);
    }

    private static Session session(ResultSet row, RadiusUser user) throws SQLException {
        return new Session(
                row.getString(1),
                EscapedText.unescape(row.getString(2)),
                user,
                EscapedText.unescape(row.getString(3)),
                row.getString(4),
                text(row, 5),
                text(row, 6),
                text(row, 7),
                text(row, 8),
                time(row, 9),
                time(row, 10));
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .filter(value -> !value.isEmpty())
                .map(EscapedText::unescape);
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }
}
