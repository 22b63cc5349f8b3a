package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.radius.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What FreeRADIUS writes into {@code radacct} when a NAS tells it of its sessions. Safe for use by any number of threads. */
public final class Accounting {
    private final DataSource database;
    private final String nasAddress;
    private final String time;
    private final String address;

    public Accounting(DataSource database, SqlDialect dialect, String nasAddress) {
        this.database = database;
        this.nasAddress = nasAddress;
        this.time = switch (dialect) {
            case POSTGRESQL -> "to_timestamp(?)";
            case MARIADB -> "from_unixtime(?)";
            case SQLITE -> "?";
        };
        this.address = dialect == SqlDialect.POSTGRESQL ? "cast(? as inet)" : "?";
    }

    /** A login that may log in, and the Class that it would be let in with. */
    public record Login(String user, @Nullable String authorizedBy) {}

    /** Logins that have a password, are not rejected, and are not online here. */
    public List<Login> offline() {
        String sql = "select c.username, (select min(r.value) from radreply r"
                + " where r.username = c.username and r.attribute = 'Class') from radcheck c"
                + " where c.attribute = 'Cleartext-Password'"
                + " and not exists (select 1 from radcheck x where x.username = c.username"
                + " and x.attribute = 'Auth-Type' and x.value = 'Reject')"
                + " and not exists (select 1 from radacct a where a.username = c.username"
                + " and a.acctstoptime is null) order by c.id";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            List<Login> logins = new ArrayList<>();
            while (found.next()) {
                logins.add(new Login(found.getString(1), found.getString(2)));
            }
            return logins;
        } catch (SQLException failed) {
            throw new IllegalStateException("the logins cannot be read", failed);
        }
    }

    /** Accounting-Start. */
    public void start(String uniqueId, String sessionId, Login login, String framedIpAddress, Instant at) {
        update(
                "insert into radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime,"
                        + " framedipaddress, class) values (?, ?, ?, " + address + ", " + time + ", " + address
                        + ", ?)",
                sessionId,
                uniqueId,
                login.user(),
                nasAddress,
                at.getEpochSecond(),
                framedIpAddress,
                login.authorizedBy());
    }

    /** Interim-Update. */
    public void update(String user, String sessionId, Instant at) {
        update(
                "update radacct set acctupdatetime = " + time
                        + " where username = ? and acctsessionid = ? and acctstoptime is null",
                at.getEpochSecond(),
                user,
                sessionId);
    }

    /** Accounting-Stop. */
    public void stop(String user, String sessionId, Instant at) {
        update(
                "update radacct set acctstoptime = " + time
                        + " where username = ? and acctsessionid = ? and acctstoptime is null",
                at.getEpochSecond(),
                user,
                sessionId);
    }

    /** Accounting-On: the NAS has restarted, and every session that it had is over. */
    public void on(Instant at) {
        update(
                "update radacct set acctstoptime = " + time + " where nasipaddress = " + address
                        + " and acctstoptime is null",
                at.getEpochSecond(),
                nasAddress);
    }

    private void update(String sql, @Nullable Object... values) {
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
