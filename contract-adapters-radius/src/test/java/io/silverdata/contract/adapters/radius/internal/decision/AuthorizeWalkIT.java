package io.silverdata.contract.adapters.radius.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.peer.FreeRadius;
import io.silverdata.contract.adapters.radius.peer.RadClient;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The walk against FreeRADIUS itself: the same rows, and the same decision over the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizeWalkIT {
    private static final int LOGINS = 250;
    private static final Pattern SENT = Pattern.compile(
            "(?m)^\\s+(Mikrotik-Rate-Limit|Filter-Id|Session-Timeout|Cisco-AVPair) = \"?([^\"\\n]*)\"?$");
    private static final List<String> REPLY_OPERATORS =
            List.of(":=", ":=", "=", "+=", "==", "!=", "=*", "-=", "=~", "!*");

    private final RadClient radclient = new RadClient();

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private FreeRadius radius;

    @BeforeAll
    void start(@TempDir Path directory) {
        Path file = directory.resolve("radius.db");
        database = TestDatabases.sqliteWithoutTables(file);
        database.runScript(FreeRadius.schema("sqlite"));
        radius = FreeRadius.builder().sqlite(file).start();
    }

    @AfterAll
    void stop() {
        radius.close();
    }

    @BeforeEach
    void empty() {
        FreeRadiusTables.empty(database);
    }

    @Test
    void freeradius_decides_as_the_walk_says() {
        Random random = new Random(20260301);
        List<LoginRows> logins = new ArrayList<>();
        for (int i = 0; i < LOGINS; i++) {
            LoginRows login = login(random);
            logins.add(login);
            write("user" + i, login);
        }

        for (int i = 0; i < LOGINS; i++) {
            RadClient.Reply reply = radclient.send(
                    radius.auth(),
                    "auth",
                    FreeRadius.SECRET,
                    "User-Name=user" + i + ",User-Password=password,Calling-Station-Id=here");

            AccessDecision decided = AuthorizeWalk.decisions(logins.get(i)).get(0);
            assertThat(reply.is("Access-Accept"))
                    .as("accepted: %s%n%s", described(logins.get(i)), reply.printed())
                    .isEqualTo(decided.accepted());
            if (decided.accepted()) {
                assertThat(sent(reply))
                        .as("%s%n%s", described(logins.get(i)), reply.printed())
                        .containsExactlyInAnyOrderElementsOf(decided.reply().stream()
                                .map(row -> row.attribute() + " " + row.value())
                                .toList());
            }
        }
    }

    /** Every comparison holds for the request that is sent, or for none. */
    private static LoginRows login(Random random) {
        List<Row> check = new ArrayList<>();
        if (chance(random, 9, 10)) {
            check.add(new Row("Cleartext-Password", chance(random, 9, 10) ? ":=" : "==", "password"));
        }
        if (chance(random, 1, 6)) {
            check.add(new Row("Calling-Station-Id", "==", "here"));
        }
        if (chance(random, 1, 10)) {
            check.add(new Row("Auth-Type", pick(random, List.of(":=", "==", "+=")), "Reject"));
        }
        List<Row> reply = replyRows(random, 2);
        List<LoginRows.Group> groups = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<Row> groupCheck = new ArrayList<>();
            if (chance(random, 1, 6)) {
                groupCheck.add(new Row("Calling-Station-Id", "==", "here"));
            }
            if (chance(random, 1, 10)) {
                groupCheck.add(new Row("Auth-Type", ":=", pick(random, List.of("Reject", "Accept"))));
            }
            groups.add(new LoginRows.Group("g" + i, groupCheck, replyRows(random, 4)));
        }
        return new LoginRows(check, reply, groups);
    }

    private static List<Row> replyRows(Random random, int max) {
        List<Row> rows = new ArrayList<>();
        int count = random.nextInt(max + 1);
        for (int i = 0; i < count; i++) {
            String op = pick(random, REPLY_OPERATORS);
            rows.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Row("Mikrotik-Rate-Limit", op, pick(random, List.of("1M/1M", "50M/100M")));
                        case 1 -> new Row("Filter-Id", op, pick(random, List.of("a", "b")));
                        case 2 -> new Row("Session-Timeout", op, pick(random, List.of("60", "3600")));
                        default -> new Row("Cisco-AVPair", op, pick(random, List.of("x=1", "y=2")));
                    });
        }
        if (chance(random, 1, 2)) {
            rows.add(new Row("Fall-Through", "=", pick(random, List.of("Yes", "No", "Yes", "yes"))));
        }
        return rows;
    }

    private void write(String user, LoginRows login) {
        insert("radcheck", "username", user, login.check());
        insert("radreply", "username", user, login.reply());
        int priority = 0;
        for (LoginRows.Group group : login.groups()) {
            String name = user + "-" + group.name();
            insert("radgroupcheck", "groupname", name, group.check());
            insert("radgroupreply", "groupname", name, group.reply());
            database.run("insert into radusergroup (username, groupname, priority) values ('" + user + "', '" + name
                    + "', " + priority++ + ")");
        }
    }

    private void insert(String table, String key, String name, List<Row> rows) {
        for (Row row : rows) {
            database.run("insert into " + table + " (" + key + ", attribute, op, value) values ('" + name + "', '"
                    + row.attribute() + "', '" + row.op() + "', '" + row.value() + "')");
        }
    }

    private static List<String> sent(RadClient.Reply reply) {
        String received = reply.printed().substring(reply.printed().indexOf("Received "));
        Matcher attributes = SENT.matcher(received);
        List<String> sent = new ArrayList<>();
        while (attributes.find()) {
            sent.add(attributes.group(1) + " " + attributes.group(2));
        }
        return sent;
    }

    private static String described(LoginRows login) {
        Stream<String> groups = login.groups().stream()
                .map(group -> group.name() + ": " + described(group.check()) + " | " + described(group.reply()));
        return "check " + described(login.check()) + "\nreply " + described(login.reply()) + "\n"
                + String.join("\n", groups.toList());
    }

    private static List<String> described(List<Row> rows) {
        return rows.stream().map(row -> row + " " + row.value()).toList();
    }

    private static boolean chance(Random random, int of, int all) {
        return random.nextInt(all) < of;
    }

    private static <T> T pick(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
