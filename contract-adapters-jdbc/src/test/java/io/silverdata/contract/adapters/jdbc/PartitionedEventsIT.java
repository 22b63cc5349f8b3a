package io.silverdata.contract.adapters.jdbc;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.fullLife;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.SpoiltServer;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.adapters.jdbc.verification.Verification;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.EventLogTck;
import io.silverdata.contract.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The event log in a table that is partitioned as docs/databases.md says, with the statements that stand there. */
class PartitionedEventsIT extends EventLogTck {
    private static final Pattern STATEMENTS =
            Pattern.compile("```sql\\n(-- partition the event log.*?)```", Pattern.DOTALL);
    private static HikariDataSource pool;

    @BeforeAll
    static void partitionALogThatIsInUse() throws SQLException, IOException {
        SpoiltServer server = SpoiltServer.POSTGRESQL;
        server.administrate(
                server.home(), List.of("DROP DATABASE IF EXISTS partitioned", "CREATE DATABASE partitioned"));
        HikariConfig config = Database.config(server.url("partitioned"), "postgres", "");
        pool = new HikariDataSource(config);
        Schema.migrate(pool);
        JdbcStorage before = JdbcStorage.builder().dataSource(pool).build();
        before.events().append(fullLife(1).events());
        List<RecordedEvent> followed = follow(before, EventCursor.START);
        before.events().append(fullLife(2).events());

        sql(documented());

        JdbcStorage after = JdbcStorage.builder().dataSource(pool).build();
        assertThat(follow(after, new EventCursor(Integer.toString(followed.size()))))
                .isEqualTo(fullLife(2).events());
        assertThat(follow(after, EventCursor.START)).startsWith(followed.toArray(new RecordedEvent[0]));
        assertThat(after.events().history(contractId(1))).isEqualTo(fullLife(1).events());
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Override
    protected Storage storage() {
        return empty();
    }

    @Test
    void commands_feed_and_verification_work_on_it() {
        JdbcStorage storage = empty();
        storage.plant().install(HostShop.plant());
        Shop shop = Shop.on(storage, new SettableClock(START), new InMemoryLine(), "worker");

        for (int customer = 1; customer <= 40; customer++) {
            assertThat(shop.signUp(customer).isRight()).isTrue();
        }
        shop.contracts().worker().deliverPending(100);

        Verification verification = Verify.nothingIsHalf(storage, START);
        assertThat(verification.contracts()).isEqualTo(40);
        assertThat(follow(storage, EventCursor.START)).hasSize((int) verification.events());
    }

    private static JdbcStorage empty() {
        sql(List.of(
                "TRUNCATE ct_event, ct_contract, ct_onu, ct_login, ct_work, ct_command",
                "TRUNCATE ct_agreement, ct_service, ct_flag",
                "TRUNCATE ct_output, ct_splitter, ct_pon_port, ct_olt",
                "UPDATE ct_latch SET position = 0"));
        return JdbcStorage.builder().dataSource(pool).build();
    }

    private static List<RecordedEvent> follow(JdbcStorage storage, EventCursor after) {
        List<RecordedEvent> seen = new ArrayList<>();
        EventPage page = storage.events().read(after, 3);
        while (!page.events().isEmpty()) {
            seen.addAll(page.events());
            page = storage.events().read(page.end(), 3);
        }
        return seen;
    }

    private static List<String> documented() throws IOException {
        Matcher found = STATEMENTS.matcher(Files.readString(Path.of("../docs/databases.md")));
        assertThat(found.find()).isTrue();
        return List.of(found.group(1));
    }

    private static void sql(List<String> statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
