package io.silverdata.contract.adapters.radius.testkit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The accounting of one NAS: writes into {@code radacct} what FreeRADIUS would write when the NAS reports its sessions. The
 * gateway learns of a session from here only, and takes it as proof that a session has ended. Safe for use by any number of
 * threads.
 *
 * <pre>{@code
 * FreeRadiusAccounting accounting = new FreeRadiusAccounting(database, "192.0.2.1", clock);
 * NasSessions sessions = new NasSessions().onStop(accounting::stop);
 * }</pre>
 */
public final class FreeRadiusAccounting {
    /** FreeRADIUS' {@code safe_characters}. */
    private static final String SAFE = "@abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_: /";

    private final DataSource database;
    private final String nasAddress;
    private final Clock clock;
    private final String address;
    private final String time;

    /**
     * On {@linkplain FreeRadiusTables tables} that exist.
     *
     * @param database the gateway's
     * @param nasAddress NAS-IP-Address, as {@code 192.0.2.1}
     * @param clock for the times of start, update and stop
     * @throws IllegalStateException when the database cannot be reached or is none of PostgreSQL, MariaDB and SQLite
     */
    public FreeRadiusAccounting(DataSource database, String nasAddress, Clock clock) {
        this.database = Objects.requireNonNull(database, "database");
        this.nasAddress = Objects.requireNonNull(nasAddress, "nasAddress");
        this.clock = Objects.requireNonNull(clock, "clock");
        DatabaseProduct product = DatabaseProduct.of(database);
        this.address = product.addressParameter();
        this.time = product.secondsParameter();
    }

    /** Accounting-Start, without Class. */
    public void start(NasSession session) {
        insert(session, null);
    }

    /**
     * Accounting-Start.
     *
     * @param authorizedBy Class, as the Access-Accept said it: the value of {@code radreply}, or the same in hexadecimal as
     *     FreeRADIUS writes it into {@code radacct}
     */
    public void start(NasSession session, String authorizedBy) {
        insert(session, Objects.requireNonNull(authorizedBy, "authorizedBy"));
    }

    /** Interim-Update: the session goes on. */
    public void update(NasSession session) {
        run(
                "update radacct set acctupdatetime = " + time + " where acctuniqueid = ? and acctstoptime is null",
                now(),
                uniqueId(session));
    }

    /** Accounting-Stop: the session has ended. */
    public void stop(NasSession session) {
        run(
                "update radacct set acctstoptime = " + time + " where acctuniqueid = ? and acctstoptime is null",
                now(),
                uniqueId(session));
    }

    /** Accounting-On: the NAS has restarted, and every session that it had has ended. */
    public void restarted() {
        run(
                "update radacct set acctstoptime = " + time + " where nasipaddress = " + address
                        + " and acctstoptime is null",
                now(),
                nasAddress);
    }

    private void insert(NasSession session, @Nullable String authorizedBy) {
        run(
                "insert into radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime, framedipaddress,"
                        + " class) values (?, ?, ?, " + address + ", " + time + ", " + address + ", ?)",
                escaped(session.sessionId()),
                uniqueId(session),
                session.userName(),
                nasAddress,
                now(),
                session.framedIpAddress(),
                authorizedBy);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** FreeRADIUS too makes 32 hexadecimal digits of these. */
    private String uniqueId(NasSession session) {
        String key = String.join("\n", session.userName(), session.sessionId(), nasAddress);
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** As FreeRADIUS' module {@code sql} does it: an octet that is not safe becomes {@code =} and two digits. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(SAFE.indexOf(octet) >= 0 ? String.valueOf((char) octet) : String.format("=%02X", octet));
        }
        return escaped.toString();
    }

    private void run(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("accounting cannot be written", failed);
        }
    }
}
