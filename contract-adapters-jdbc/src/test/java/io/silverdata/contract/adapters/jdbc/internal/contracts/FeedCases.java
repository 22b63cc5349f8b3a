package io.silverdata.contract.adapters.jdbc.internal.contracts;

import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.drafted;
import static io.silverdata.contract.testkit.ContractFixtures.fullLife;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed whose writers are long transactions that overlap and end in another order than they began. */
public abstract class FeedCases {
    private static final int WRITERS = 8;

    private final List<Connection> hosts = new ArrayList<>();
    private JdbcStorage storage;

    protected abstract Database database();

    @BeforeEach
    void begin() {
        storage = database().emptyStorage();
    }

    /** A test that failed half way must not stop the ones after it. */
    @AfterEach
    void end() throws SQLException {
        for (Connection host : hosts) {
            host.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void brings_each_event_once_whatever_the_order_of_commits(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Connection> open = new ArrayList<>();
        List<RecordedEvent> committed = new ArrayList<>();
        List<RecordedEvent> followed = new ArrayList<>();
        EventCursor cursor = EventCursor.START;
        List<Integer> ends = new ArrayList<>();

        for (int writer = 0; writer < WRITERS; writer++) {
            ends.add(writer);
            open.add(append(writer));
            cursor = follow(cursor, followed);
        }
        assertThat(followed).isEmpty();
        Collections.shuffle(ends, random);
        for (int writer : ends) {
            boolean kept = random.nextInt(4) > 0;
            try (Connection connection = open.get(writer)) {
                if (kept) {
                    connection.commit();
                    committed.addAll(drafted(1 + writer).events());
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
            cursor = follow(cursor, followed);
            assertThat(followed).containsExactlyInAnyOrderElementsOf(committed);
        }

        List<RecordedEvent> again = new ArrayList<>();
        follow(EventCursor.START, again);
        assertThat(again).isEqualTo(followed);
    }

    @Test
    void keeps_the_versions_of_a_contract_in_order_even_if_the_later_one_was_written_by_an_older_transaction()
            throws SQLException {
        List<RecordedEvent> life = fullLife(1).events();
        Connection older = append(7);
        storage.events().append(life.subList(0, 1));
        try (older) {
            storage.executeOn(older, () -> storage.events().append(life.subList(1, 2)));
            older.commit();
            older.setAutoCommit(true);
        }

        List<RecordedEvent> followed = new ArrayList<>();
        follow(EventCursor.START, followed);

        assertThat(followed.stream().filter(event -> event.contract().equals(contractId(1))))
                .containsExactlyElementsOf(life.subList(0, 2));
    }

    @Test
    void refuses_a_cursor_of_another_log() {
        storage.events().append(drafted(1).events());

        assertThatIllegalArgumentException().isThrownBy(() -> storage.events().read(new EventCursor("9"), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> storage.events().read(new EventCursor("-1"), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.events().read(new EventCursor("1; DROP TABLE"), 1))
                .withMessageContaining("1; DROP TABLE");
    }

    /** A transaction of a host that has appended and stays open. */
    private Connection append(int writer) throws SQLException {
        Connection connection = database().dataSource().getConnection();
        hosts.add(connection);
        connection.setAutoCommit(false);
        storage.executeOn(
                connection, () -> storage.events().append(drafted(1 + writer).events()));
        return connection;
    }

    private EventCursor follow(EventCursor after, List<RecordedEvent> seen) {
        EventPage page = storage.events().read(after, 2);
        while (!page.events().isEmpty()) {
            seen.addAll(page.events());
            page = storage.events().read(page.end(), 2);
        }
        return page.end();
    }
}
