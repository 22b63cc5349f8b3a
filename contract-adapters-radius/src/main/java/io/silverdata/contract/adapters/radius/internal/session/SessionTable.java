package io.silverdata.contract.adapters.radius.internal.session;

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
import java.util.List;
import java.util.Optional;

/** Open sessions in {@code radacct}, which is read and never written: it belongs to accounting. */
public final class SessionTable {
    private static final int MAX_AT_ONCE = 1_000;

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

    /** The newest first. */
    public List<Session> open(RadiusUser user) {
        return database.read(connection -> select(connection, List.of(user)));
    }

    /** Those of any number of logins, by login, the newest first; one statement for each thousand. */
    public List<Session> open(Collection<RadiusUser> users) {
        List<RadiusUser> all = List.copyOf(users);
        return database.read(connection -> {
            List<Session> sessions = new ArrayList<>();
            for (int from = 0; from < all.size(); from += MAX_AT_ONCE) {
                sessions.addAll(select(connection, all.subList(from, Math.min(from + MAX_AT_ONCE, all.size()))));
            }
            return sessions;
        });
    }

    /** The session as it is now, if it is still open. */
    Optional<Session> refresh(Session session) {
        return open(session.user()).stream()
                .filter(open -> open.uniqueId().equals(session.uniqueId()))
                .findFirst();
    }

    private List<Session> select(Connection connection, List<RadiusUser> users) throws SQLException {
        String parameters = String.join(", ", Collections.nCopies(users.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement("select " + columns
                + " from radacct where username in (" + parameters
                + ") and acctstoptime is null order by radacctid desc")) {
            for (int i = 0; i < users.size(); i++) {
                select.setString(i + 1, users.get(i).value());
            }
            try (ResultSet found = select.executeQuery()) {
                List<Session> sessions = new ArrayList<>();
                while (found.next()) {
                    session(found).ifPresent(sessions::add);
                }
                return sessions;
            }
        }
    }

    /** A name that this library does not allow is of a login of somebody else. */
    private static Optional<Session> session(ResultSet row) throws SQLException {
        Optional<RadiusUser> user =
                Optional.ofNullable(RadiusUser.parse(row.getString(3)).getOrNull());
        if (user.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Session(
                row.getString(1),
                EscapedText.unescape(row.getString(2)),
                user.get(),
                row.getString(4),
                text(row, 5),
                text(row, 6),
                text(row, 7),
                text(row, 8),
                time(row, 9),
                time(row, 10)));
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
