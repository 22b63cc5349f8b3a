package io.silverdata.contract.examples.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Filled;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.testkit.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is taken away from a running console, and given back. */
class DatabaseLostIT {
    private static final int MOST_REQUESTS = 60;

    @TempDir
    private static Path folder;

    private static PostgresServer server;
    private static Console console;

    @BeforeAll
    static void start() {
        server = new PostgresServer(folder);
        console = Console.start(
                "spring.datasource.url=" + server.url() + "&connectTimeout=5&socketTimeout=10",
                "spring.datasource.hikari.connection-timeout=1000",
                "spring.datasource.hikari.validation-timeout=500",
                "contract.worker.enabled=false",
                "logging.level.com.zaxxer.hikari=error");
    }

    @AfterAll
    static void stop() {
        console.close();
        server.close();
    }

    @Test
    void each_page_says_that_the_database_is_gone_and_comes_back_by_itself() throws SQLException {
        Visitor visitor = Visitor.of(console, Role.OPERATE);
        String path = "/contracts/" + new Sales(console).active().id();
        Filled form = Filled.open(visitor, path + "/suspend")
                .with("reason", "FRAUD_ABUSE")
                .with("trigger", "ADMIN")
                .with("why", "a loop");

        takeAway();
        for (String page : List.of("/", "/contracts", path, "/plant", "/network", "/debt", "/figures", "/activity")) {
            assertGone(page, visitor.get(page));
        }
        assertThat(visitor.get("/sell").status()).isEqualTo(200);
        // the form was opened before, and so was the page whose token it is sent with
        assertGone("a command", form.send());

        bringBack();
        assertThat(whenBack(visitor, path).body()).contains("Active");
        assertThat(form.send().status()).isEqualTo(303);
        assertThat(visitor.get(path).body()).contains("Suspended");
    }

    private static void assertGone(String what, Visitor.Answer answer) {
        assertThat(answer.status()).as(what).isEqualTo(503);
        assertThat(answer.body())
                .as(what)
                .contains("<h1>The database does not answer</h1>", "href=\"/contracts\"")
                .doesNotContain("Exception", "SQL", "jdbc", "\tat ");
    }

    /** The pool tries again in steps, and each request waits a second for it. */
    private static Visitor.Answer whenBack(Visitor visitor, String path) {
        for (int request = 1; request < MOST_REQUESTS; request++) {
            Visitor.Answer answer = visitor.get(path);
            if (answer.status() != 503) {
                return answer;
            }
        }
        return visitor.get(path);
    }

    private static void takeAway() throws SQLException {
        elsewhere(
                "ALTER DATABASE postgres ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres'");
    }

    private static void bringBack() throws SQLException {
        elsewhere("ALTER DATABASE postgres ALLOW_CONNECTIONS true");
    }

    private static void elsewhere(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url().replace("/postgres?", "/template1?"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
