package io.silverdata.contract.adapters.radius.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peers start, answer and stop. */
class PeersIT {
    @Test
    void freeradius_answers_by_the_user_name() {
        RadClient client = new RadClient();

        try (FreeRadius radius = FreeRadius.builder().start()) {
            assertThat(client.send(radius.coa(), "disconnect", FreeRadius.SECRET, "User-Name=alice"))
                    .matches(reply -> reply.is("Disconnect-ACK"));
            assertThat(client.send(radius.coa(), "coa", FreeRadius.SECRET, "User-Name=ec506"))
                    .matches(reply -> reply.is("CoA-NAK") && reply.has("Error-Cause = Resources-Unavailable"));
        }
    }

    @Test
    void freeradius_authenticates_against_sqlite(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("radius.db");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(FreeRadius.schema("sqlite"));
            statement.executeUpdate(
                    "insert into radcheck (username, attribute, op, value) values ('alice', 'Cleartext-Password', ':=', 'pw')");
        }

        try (FreeRadius radius = FreeRadius.builder().sqlite(file).start()) {
            RadClient client = new RadClient();
            assertThat(client.send(radius.auth(), "auth", FreeRadius.SECRET, "User-Name=alice,User-Password=pw"))
                    .matches(reply -> reply.is("Access-Accept"));
            assertThat(client.send(radius.auth(), "auth", FreeRadius.SECRET, "User-Name=alice,User-Password=no"))
                    .matches(reply -> reply.is("Access-Reject"));
        }
    }

    @Test
    void hostapd_starts() {
        try (Hostapd hostapd = Hostapd.start()) {
            assertThat(hostapd.log()).contains("AP-ENABLED");
        }
    }
}
