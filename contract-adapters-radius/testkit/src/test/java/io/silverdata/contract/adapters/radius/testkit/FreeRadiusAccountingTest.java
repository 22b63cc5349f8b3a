package io.silverdata.contract.adapters.radius.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The rows that FreeRADIUS would write. */
class FreeRadiusAccountingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final NasSession ALICE = NasSession.of("81;a00001", "alice", "198.51.100.9");
    private static final NasSession BOB = NasSession.of("81a00002", "bob", "198.51.100.10");

    private final SQLiteDataSource database = new SQLiteDataSource();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private FreeRadiusAccounting accounting;

    @BeforeEach
    void open() {
        database.setUrl("jdbc:sqlite:" + directory.resolve("radius.db"));
        FreeRadiusTables.create(database);
        accounting = new FreeRadiusAccounting(database, "192.0.2.1", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_start_is_a_row_with_the_session_id_escaped_as_freeradius_does() {
        accounting.start(ALICE, "sc-tag");

        assertThat(rows(
                        "select username, acctsessionid, nasipaddress, framedipaddress, class, acctstarttime, acctstoptime,"
                                + " length(acctuniqueid) from radacct"))
                .containsExactly("alice 81=3Ba00001 192.0.2.1 198.51.100.9 sc-tag 1772366400 null 32");
    }

    @Test
    void an_update_and_a_stop_are_of_their_session_only() {
        accounting.start(ALICE);
        accounting.start(BOB);

        accounting.update(BOB);
        accounting.stop(ALICE);

        assertThat(rows("select username, acctupdatetime, acctstoptime from radacct order by username"))
                .containsExactly("alice null 1772366400", "bob 1772366400 null");
    }

    @Test
    void a_restart_ends_every_session_of_the_nas_and_none_of_another() {
        accounting.start(ALICE);
        accounting.start(BOB);
        new FreeRadiusAccounting(database, "192.0.2.2", Clock.fixed(NOW, ZoneOffset.UTC)).start(ALICE);

        accounting.restarted();

        assertThat(rows("select nasipaddress, username from radacct where acctstoptime is null"))
                .containsExactly("192.0.2.2 alice");
    }

    @Test
    void tables_may_be_created_again_and_emptied() {
        accounting.start(ALICE);

        FreeRadiusTables.create(database);
        assertThat(rows("select count(*) from radacct")).containsExactly("1");

        FreeRadiusTables.empty(database);
        assertThat(rows("select count(*) from radacct")).containsExactly("0");
    }

    private List<String> rows(String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }
}
