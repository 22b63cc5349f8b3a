package io.silverdata.contract.adapters.jdbc.internal.schema;

import static io.silverdata.contract.model.NetworkTarget.ACCESS;
import static io.silverdata.contract.model.NetworkTarget.LINE;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work as version 2 wrote it, in each state that it knew, and what version 3 makes of it. */
public abstract class DeliveriesMigrationCases {
    private static final TableNames NAMES = new TableNames("old_", "");
    private static final Instant LATER = START.plus(Duration.ofMinutes(5));
    private static final Instant MUCH_LATER = LATER.plus(Duration.ofMinutes(5));

    protected abstract Database database();

    @BeforeEach
    void makeOldTables() throws SQLException {
        drop();
        try (Connection connection = database().dataSource().getConnection()) {
            OldTables.create(connection, dialect(), NAMES, 2);
        }
    }

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "schema_version",
                    "latch",
                    "contract",
                    "onu",
                    "login",
                    "event",
                    "output",
                    "splitter",
                    "pon_port",
                    "olt",
                    "work",
                    "command",
                    "device_lease",
                    "report_settings",
                    "segment",
                    "span",
                    "span_total")) {
                statement.execute("DROP TABLE IF EXISTS old_" + table);
            }
            statement.execute("DROP SEQUENCE IF EXISTS old_token");
        }
    }

    @Test
    void a_row_that_waited_is_due_for_both_targets_with_its_attempts() throws SQLException {
        write(contractId(1), START, 0, null, null, null);
        write(contractId(2), LATER, 3, null, null, "UNKNOWN: no answer");

        WorkQueue work = migrated().work();

        assertThat(work.depth(START)).isEqualTo(new QueueDepth(1, 1, 0, 0, 0, Optional.of(START)));
        assertThat(leased(work, START)).satisfies(lease -> {
            assertThat(lease.contract()).isEqualTo(contractId(1));
            assertThat(lease.access()).isEqualTo(TargetWork.due(START));
            assertThat(lease.line()).isEqualTo(TargetWork.due(START));
        });
        TargetWork tried = new TargetWork(Optional.of(LATER), 3, Optional.of("UNKNOWN: no answer"));
        assertThat(leased(work, LATER)).satisfies(lease -> {
            assertThat(lease.contract()).isEqualTo(contractId(2));
            assertThat(lease.access()).isEqualTo(tried);
            assertThat(lease.line()).isEqualTo(tried);
        });
    }

    @Test
    void a_row_that_was_marked_after_a_try_that_failed_has_no_problem_any_more() throws SQLException {
        write(contractId(1), START, 0, null, null, "UNKNOWN: no answer");

        assertThat(leased(migrated().work(), START).access()).isEqualTo(TargetWork.due(START));
    }

    @Test
    void a_row_that_was_leased_may_be_leased_again_when_the_lease_ends() throws SQLException {
        write(contractId(1), LATER, 2, 7L, null, null);

        WorkQueue work = migrated().work();

        assertThat(work.depth(START)).isEqualTo(new QueueDepth(0, 0, 1, 0, 0, Optional.empty()));
        assertThat(work.lease(1, "worker", LATER.minusNanos(1_000), MUCH_LATER)).isEmpty();
        assertThat(leased(work, LATER).line().attempts()).isEqualTo(2);
    }

    @Test
    void what_was_marked_while_leased_is_due_for_both_targets_as_marked() throws SQLException {
        write(contractId(1), LATER, 0, 7L, START, null);

        WorkQueue work = migrated().work();

        assertThat(work.settle(List.of(WorkSettlement.completed(
                                new WorkLease(contractId(1), 7, LATER, TargetWork.NONE, TargetWork.NONE))))
                        .lost())
                .isEmpty();
        assertThat(leased(work, START)).satisfies(lease -> {
            assertThat(lease.access()).isEqualTo(TargetWork.due(START));
            assertThat(lease.line()).isEqualTo(TargetWork.due(START));
        });
    }

    @Test
    void a_row_that_was_given_up_is_given_up_for_both_targets_and_its_last_attempt_counts() throws SQLException {
        write(contractId(1), null, 4, null, null, "REFUSED: no such profile");
        write(contractId(2), null, 9, null, null, "");

        WorkQueue work = migrated().work();

        assertThat(work.parked(10))
                .containsExactly(
                        new ParkedWork(contractId(1), ACCESS, 5, "REFUSED: no such profile"),
                        new ParkedWork(contractId(1), LINE, 5, "REFUSED: no such profile"),
                        new ParkedWork(contractId(2), ACCESS, 10, ""),
                        new ParkedWork(contractId(2), LINE, 10, ""));
        assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 2, 0, Optional.empty()));
        work.enqueue(contractId(1), Set.of(ACCESS), START);
        assertThat(work.parked(10)).hasSize(3);
    }

    @Test
    void what_was_given_up_because_a_device_was_silent_is_due_at_once() throws SQLException {
        write(contractId(1), null, 29, null, null, "NOT_SENT: no route to host");
        Instant now = Instant.now().plus(Duration.ofHours(1));

        WorkQueue work = migrated().work();

        assertThat(work.parked(10)).isEmpty();
        assertThat(work.depth(now).oldestDue())
                .hasValueSatisfying(due -> assertThat(due).isAfter(now.minus(Duration.ofHours(3))));
        WorkLease lease = leased(work, now);
        assertThat(Stream.of(lease.access(), lease.line())).allSatisfy(target -> {
            assertThat(target.attempts()).isEqualTo(30);
            assertThat(target.problem()).contains("NOT_SENT: no route to host");
        });
    }

    @Test
    void a_device_that_somebody_holds_stays_held() throws SQLException {
        Instant until = Instant.now().plus(Duration.ofHours(1));
        try (Connection connection = database().dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        NAMES.sql(
                                "INSERT INTO {device_lease} (device, token, worker, lease_until) VALUES ('olt-1', 7, 'a', ?)"))) {
            insert.setLong(1, Micros.of(until));
            insert.executeUpdate();
        }

        JdbcStorage storage = migrated();

        Instant now = Instant.now();
        assertThat(storage.deviceLeases().held(now)).singleElement().satisfies(held -> {
            assertThat(held.device()).isEqualTo("olt-1");
            assertThat(held.since()).isAfter(now.minus(Duration.ofHours(2)));
        });
        assertThat(storage.deviceLeases().acquire("olt-1", "b", now, until)).isEmpty();
    }

    /** A server that cannot take back a change of a table may stop after any of them. */
    @Test
    void it_can_be_begun_again() throws SQLException {
        write(contractId(1), START, 3, null, null, "UNKNOWN: no answer");
        run(script().stream().takeWhile(sql -> sql.startsWith("ALTER")).toList());

        assertThat(leased(migrated().work(), START).access().attempts()).isEqualTo(3);
    }

    @Test
    void old_columns_that_were_not_dropped_hinder_nobody() throws SQLException {
        run(script().stream().filter(sql -> !sql.contains("DROP COLUMN")).toList());
        WorkQueue work = migrated().work();

        work.enqueue(contractId(1), Set.of(LINE), START);

        assertThat(leased(work, START).line()).isEqualTo(TargetWork.due(START));
    }

    private List<String> script() {
        return Scripts.statements(NAMES.script(Scripts.all(dialect(), 2).get(0)));
    }

    private void run(List<String> statements) throws SQLException {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private JdbcStorage migrated() {
        Schema schema = Schema.defaults().withTablePrefix("old_");
        schema.migrateTables(database().dataSource());
        return JdbcStorage.builder()
                .dataSource(database().dataSource())
                .schema(schema)
                .build();
    }

    private static WorkLease leased(WorkQueue work, Instant now) {
        List<WorkLease> leases = work.lease(10, "worker", now, now.plus(Duration.ofMinutes(20)));
        assertThat(leases).hasSize(1);
        return leases.get(0);
    }

    private Dialect dialect() {
        return Dialect.valueOf(database().name());
    }

    /** A row as version 2 has it. */
    private void write(
            ContractId contract,
            @Nullable Instant turn,
            int attempts,
            @Nullable Long token,
            @Nullable Instant marked,
            @Nullable String problem)
            throws SQLException {
        try (Connection connection = database().dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(NAMES.sql(
                        "INSERT INTO {work} (contract_id, turn_at, attempts, token, marked_at, worker, problem)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)"))) {
            insert.setObject(1, ContractIds.bound(dialect(), contract));
            insert.setObject(2, turn == null ? null : Micros.of(turn));
            insert.setInt(3, attempts);
            insert.setObject(4, token);
            insert.setObject(5, marked == null ? null : Micros.of(marked));
            insert.setString(6, token == null ? null : "worker");
            insert.setString(7, problem);
            insert.executeUpdate();
        }
    }
}
