package io.silverdata.contract.adapters.jdbc.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.jdbc.JdbcReports;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.schema.OldTables;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.memory.InMemoryReports;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.BusinessHours;
import io.silverdata.contract.report.ClockStart;
import io.silverdata.contract.report.DayRule;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Revision;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.report.ServiceStart;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.RevisionPage;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.RandomLives;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the reports answer as the folds over the events do, whatever happened and however it was committed. */
public abstract class ReportCases {
    private static final int CONTRACTS = 40;
    private static final ReportSettings SETTINGS = ReportSettings.in(ContractFixtures.ZONE);
    private static final LocalDate BEGIN = LocalDate.parse("2026-02-20");
    private static final LocalDate END = LocalDate.parse("2027-01-01");

    private final List<Connection> hosts = new ArrayList<>();
    private JdbcStorage storage;

    protected abstract Database database();

    @BeforeEach
    void begin() {
        storage = database().emptyStorage();
    }

    @AfterEach
    void end() throws SQLException {
        for (Connection host : hosts) {
            host.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void figures_and_segments_equal_the_folds_after_each_update(long seed) {
        Random random = new Random(seed);
        List<List<RecordedEvent>> lives = RandomLives.of(seed, CONTRACTS);
        JdbcReports reports = storage.reports(SETTINGS);
        Map<ContractId, List<RecordedEvent>> told = new HashMap<>();
        List<List<RecordedEvent>> rest = new ArrayList<>(lives);

        while (!rest.isEmpty()) {
            for (int n = 0; n < 40 && !rest.isEmpty(); n++) {
                tellSome(rest, told, random);
            }
            updateWholly(reports, 10 + random.nextInt(90));
            assertEqual(reports, told.values(), SETTINGS, random);
        }
        assertThat(told.values()).containsExactlyInAnyOrderElementsOf(lives);
    }

    @Test
    void the_same_holds_in_a_zone_with_days_of_23_and_25_hours_and_other_rules() {
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        ReportSettings settings = new ReportSettings(madrid, ServiceStart.ACTIVATED, DayRule.BOTH)
                .withBusinessHours(BusinessHours.named("office", madrid)
                        .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0)));
        List<List<RecordedEvent>> lives = RandomLives.of(11, CONTRACTS);
        lives.forEach(life -> storage.events().append(life));
        JdbcReports reports = storage.reports(settings);

        updateWholly(reports, 1_000);

        assertEqual(reports, lives, settings, new Random(11));
    }

    /** An event that was altered by hand keeps its own contract out of the reports, and no other. */
    @Test
    void a_contract_that_cannot_be_read_keeps_no_other_out_of_the_reports() {
        List<List<RecordedEvent>> lives = RandomLives.of(31, CONTRACTS);
        lives.forEach(life -> storage.events().append(life));
        ContractId damaged = lives.get(3).get(0).contract();
        String literal =
                database() == Database.MARIADB ? "X'" + damaged.toString().replace("-", "") + "'" : "'" + damaged + "'";
        database().sql("UPDATE ct_event SET type = 'FromTheFuture' WHERE version = 1 AND contract_id = " + literal);
        JdbcReports reports = storage.reports(SETTINGS);

        updateWholly(reports, 50);

        List<List<RecordedEvent>> others = lives.stream()
                .filter(life -> !life.get(0).contract().equals(damaged))
                .toList();
        assertEqual(reports, others, SETTINGS, new Random(31));
    }

    @Test
    void revisions_are_those_of_the_fold_and_the_same_when_read_again() {
        List<List<RecordedEvent>> lives = RandomLives.of(21, CONTRACTS);
        lives.forEach(life -> storage.events().append(life));
        BillingFeed feed = new BillingFeed(SETTINGS);
        List<Revision> expected =
                lives.stream().flatMap(life -> feed.revisions(life, 0).stream()).toList();

        List<Revision> read = follow(EventCursor.START, new ArrayList<>(), 7);
        RevisionPage first = storage.reports(SETTINGS).revisions(EventCursor.START, 50);

        assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(follow(EventCursor.START, new ArrayList<>(), 100)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(storage.reports(SETTINGS).revisions(EventCursor.START, 50)).isEqualTo(first);
        assertThat(new InMemoryReports(storage.events(), SETTINGS).revisions(EventCursor.START, 50))
                .isEqualTo(first);
    }

    /** Long transactions that overlap and end in another order than they began, some of them without being kept. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_that_was_committed_late_is_skipped(long seed) throws SQLException {
        Random random = new Random(seed);
        List<List<RecordedEvent>> lives = RandomLives.of(seed, 8);
        JdbcReports reports = storage.reports(SETTINGS);
        BillingFeed feed = new BillingFeed(SETTINGS);
        List<Integer> ends = new ArrayList<>();
        List<Connection> open = new ArrayList<>();
        for (int n = 0; n < lives.size(); n++) {
            ends.add(n);
            open.add(append(lives.get(n)));
        }
        Collections.shuffle(ends, random);
        List<List<RecordedEvent>> committed = new ArrayList<>();
        List<Revision> seen = new ArrayList<>();
        List<Revision> expected = new ArrayList<>();
        EventCursor cursor = EventCursor.START;
        for (int n : ends) {
            Connection connection = open.get(n);
            if (random.nextInt(4) > 0) {
                connection.commit();
                committed.add(lives.get(n));
                expected.addAll(feed.revisions(lives.get(n), 0));
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            updateWholly(reports, 5);
            for (RevisionPage page = reports.revisions(cursor, 3);
                    !page.end().equals(cursor);
                    page = reports.revisions(cursor, 3)) {
                seen.addAll(page.revisions());
                cursor = page.end();
            }

            assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
            assertEqual(reports, committed, SETTINGS, random);
        }
    }

    @Test
    void updating_again_changes_nothing_and_forgetting_begins_anew() {
        List<List<RecordedEvent>> lives = RandomLives.of(31, 20);
        lives.forEach(life -> storage.events().append(life));
        JdbcReports reports = storage.reports(SETTINGS);
        updateWholly(reports, 100);
        KpiReport before = reports.kpis(new DayRange(BEGIN, END), KpiOptions.defaults());

        assertThat(reports.update(100)).isFalse();
        assertThat(reports.kpis(new DayRange(BEGIN, END), KpiOptions.defaults()))
                .isEqualTo(before);

        reports.forget();
        assertThat(reports.kpis(new DayRange(BEGIN, END), KpiOptions.defaults()).activated())
                .isZero();
        updateWholly(reports, 13);
        assertThat(reports.kpis(new DayRange(BEGIN, END), KpiOptions.defaults()))
                .isEqualTo(before);
    }

    /** Version 2 says otherwise what spans are and what segments have: rows of version 1 are of no use. */
    @Test
    void rows_of_the_version_before_are_folded_anew() throws SQLException {
        List<List<RecordedEvent>> lives = RandomLives.of(41, 20);
        lives.forEach(life -> storage.events().append(life));
        updateWholly(storage.reports(SETTINGS), 1_000);
        makeOld();

        Schema.migrate(database().dataSource());

        JdbcReports reports = storage.reports(SETTINGS);
        assertThat(reports.kpis(new DayRange(BEGIN, END), KpiOptions.defaults()).activated())
                .isZero();
        updateWholly(reports, 1_000);
        assertEqual(reports, lives, SETTINGS, new Random(41));
    }

    @Test
    void other_settings_than_those_of_the_tables_are_refused() {
        storage.reports(SETTINGS).update(1);
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.reports(ReportSettings.in(madrid)))
                .withMessageContainingAll("America/Guayaquil", "Europe/Madrid");
        JdbcStorage otherProcess =
                JdbcStorage.builder().dataSource(database().dataSource()).build();
        JdbcReports others = otherProcess.reports(ReportSettings.in(madrid));

        assertThatThrownBy(() -> others.update(1))
                .isInstanceOf(StorageException.class)
                .hasMessageContainingAll("America/Guayaquil", "Europe/Madrid", "forget()");
        others.forget();
        others.update(1);

        JdbcReports inHours = otherProcess.reports(
                ReportSettings.in(madrid).withBusinessHours(BusinessHours.named("office", madrid)));
        assertThatThrownBy(() -> inHours.update(1))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("office");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> others.kpis(
                        new DayRange(BEGIN, END), KpiOptions.defaults().withBusinessHours()))
                .withMessageContaining("businessHours");
    }

    @Test
    void bad_calls_are_refused() {
        JdbcReports reports = storage.reports(SETTINGS);
        DayRange days = new DayRange(BEGIN, END);

        assertThatIllegalArgumentException().isThrownBy(() -> reports.update(0)).withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> reports.revisions(EventCursor.START, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> reports.revisions(new EventCursor("x"), 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.unitOfWork().execute(() -> reports.segments(days, segment -> {})))
                .withMessageContaining("unit of work");
    }

    /** As the release before left it, with rows of kinds that there are no more. */
    private void makeOld() throws SQLException {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "UPDATE ct_span SET kind = 'LOST', label = 'USD' WHERE kind = 'CHURNED'",
                    "UPDATE ct_span_total SET kind = 'CONTRACTED' WHERE kind = 'RECONNECTED'",
                    "ALTER TABLE ct_segment DROP COLUMN anchor_day",
                    "ALTER TABLE ct_segment DROP COLUMN billing_day",
                    "ALTER TABLE ct_report_settings DROP COLUMN business_hours",
                    "DELETE FROM ct_schema_version WHERE version > 1")) {
                statement.execute(sql);
            }
            OldTables.recreateWork(connection, Dialect.valueOf(database().name()), new TableNames("ct_", ""));
        }
    }

    /** Appends the next few events of one of the lives. */
    private void tellSome(List<List<RecordedEvent>> rest, Map<ContractId, List<RecordedEvent>> told, Random random) {
        int which = random.nextInt(rest.size());
        List<RecordedEvent> life = rest.get(which);
        int count = 1 + random.nextInt(life.size());
        storage.events().append(life.subList(0, count));
        told.computeIfAbsent(life.get(0).contract(), first -> new ArrayList<>()).addAll(life.subList(0, count));
        if (count == life.size()) {
            rest.remove(which);
        } else {
            rest.set(which, life.subList(count, life.size()));
        }
    }

    private static void updateWholly(JdbcReports reports, int max) {
        boolean more = true;
        while (more) {
            more = reports.update(max);
        }
    }

    private static void assertEqual(
            JdbcReports reports, Collection<List<RecordedEvent>> histories, ReportSettings settings, Random random) {
        Kpis fold = Kpis.of(histories, settings);
        for (int n = 0; n < 4; n++) {
            LocalDate from = BEGIN.plusDays(random.nextInt(200));
            DayRange window = new DayRange(from, from.plusDays(1 + random.nextInt(80)));
            KpiOptions options = new KpiOptions(
                    List.of(ClockStart.values()).get(random.nextInt(3)),
                    settings.businessHours().isPresent() && random.nextBoolean(),
                    random.nextInt(60),
                    random.nextInt(40),
                    random.nextInt(40));
            assertThat(reports.kpis(window, options)).isEqualTo(fold.report(window, options));
            List<Segment> segments = new ArrayList<>();
            reports.segments(window, segments::add);
            BillingFeed feed = new BillingFeed(settings);
            assertThat(segments)
                    .containsExactlyInAnyOrderElementsOf(histories.stream()
                            .flatMap(history -> feed.segments(history, window).stream())
                            .toList());
        }
    }

    private List<Revision> follow(EventCursor start, List<Revision> seen, int max) {
        JdbcReports reports = storage.reports(SETTINGS);
        EventCursor cursor = start;
        while (true) {
            RevisionPage page = reports.revisions(cursor, max);
            if (page.end().equals(cursor)) {
                return seen;
            }
            seen.addAll(page.revisions());
            cursor = page.end();
        }
    }

    private Connection append(List<RecordedEvent> events) throws SQLException {
        Connection connection = database().dataSource().getConnection();
        hosts.add(connection);
        connection.setAutoCommit(false);
        storage.executeOn(connection, () -> storage.events().append(events));
        return connection;
    }
}
