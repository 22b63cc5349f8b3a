package io.silverdata.contract.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.schema.OldTables;
import io.silverdata.contract.adapters.jdbc.internal.schema.Scripts;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Products;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.report.ServiceStart;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.testkit.ContractFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of version 2, with contracts in every status that the release of that version wrote, copied until there are several batches. */
class UpgradeIT {
    private static final int COPIES = 41;
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private final String prefix = "v" + PREFIXES.incrementAndGet() + "_";
    private final Schema schema = Schema.defaults().withTablePrefix(prefix);

    private record Stored(
            ContractId id, long version, String number, String status, Optional<Long> dueAt, String snapshot) {
        static Stored of(String line) {
            String[] columns = line.split("\t", -1);
            return new Stored(
                    ContractId.parse(columns[0]).get(),
                    Long.parseLong(columns[1]),
                    columns[2],
                    columns[3],
                    Optional.of(columns[4]).filter(text -> !text.isEmpty()).map(Long::valueOf),
                    columns[5]);
        }

        Stored copy(int copy) {
            UUID other = new UUID(
                    id.value().getMostSignificantBits() + copy, id.value().getLeastSignificantBits());
            return new Stored(
                    new ContractId(other),
                    version,
                    number + "-" + copy,
                    status,
                    dueAt,
                    snapshot.replace("\"id\":\"" + id + "\"", "\"id\":\"" + other + "\"")
                            .replace("\"number\":\"" + number + "\"", "\"number\":\"" + number + "-" + copy + "\""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_contracts_of_version_2_once_they_are_migrated_even_if_that_was_stopped(Database database)
            throws Exception {
        DataSource dataSource = database.dataSource();
        List<Stored> stored = fill(dataSource);

        assertThatThrownBy(() -> open(dataSource)).hasMessageContaining("of version 2");
        assertThatThrownBy(() -> schema.migrateTables(failingAfter(dataSource, 2)))
                .isInstanceOf(StorageException.class);
        assertThat(rows(dataSource, "agreement")).isBetween(1L, stored.size() - 1L);
        assertThatThrownBy(() -> open(dataSource)).hasMessageContaining("resumes where it stopped");
        schema.migrateTables(dataSource);
        schema.migrateTables(dataSource);

        JdbcStorage storage = open(dataSource);
        assertThat(rows(dataSource, "agreement")).isEqualTo(stored.size());
        List<Contract> contracts = all(storage);
        assertThat(contracts).hasSize(stored.size());
        assertThat(found(storage, ContractQuery.all()))
                .isEqualTo(contracts.stream().map(ContractSummary::of).toList());
        ContractQuery suspended = ContractQuery.builder()
                .status(Status.SUSPENDED)
                .addressContaining("simon bolivar 1-2")
                .build();
        assertThat(found(storage, suspended))
                .isNotEmpty()
                .isEqualTo(contracts.stream()
                        .filter(suspended::matches)
                        .map(ContractSummary::of)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_contract_that_cannot_be_read_keeps_no_other_from_being_found(Database database) throws Exception {
        DataSource dataSource = database.dataSource();
        List<Stored> stored = fill(dataSource);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE " + prefix + "contract SET snapshot = 'x' WHERE number = '"
                    + stored.get(0).number() + "'");
        }

        schema.migrateTables(dataSource);

        assertThat(open(dataSource)
                        .search()
                        .count(ContractQuery.builder()
                                .numberBeginning("C")
                                .addressContaining("calle")
                                .build()))
                .isEqualTo(stored.size() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void a_plant_of_version_4_has_its_splitters_by_PON_port_afterwards(Database database) throws Exception {
        DataSource dataSource = database.dataSource();
        try (Connection connection = dataSource.getConnection()) {
            OldTables.create(connection, Dialect.valueOf(database.name()), new TableNames(prefix, ""), 4);
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO " + prefix + "olt (olt_id, state) VALUES ('olt-1', 'UP')");
                statement.execute("INSERT INTO " + prefix + "pon_port (olt_id, frame, slot, port, technologies,"
                        + " subscriber_limit, state) VALUES ('olt-1', 0, 0, 1, 'GPON', 64, 'UP')");
                statement.execute("INSERT INTO " + prefix + "splitter (name, pon_port_id, outputs, latitude, longitude,"
                        + " cell_y, cell_x, feed, first_seat) SELECT 'NAP-1', pon_port_id, 2, 0, 0, 0, 0, 10, 0 FROM "
                        + prefix + "pon_port");
                for (int output = 1; output <= 2; output++) {
                    statement.execute(
                            "INSERT INTO " + prefix + "output (splitter_id, output_no, pon_port_id, usability)"
                                    + " SELECT splitter_id, " + output + ", pon_port_id, 'SERVICEABLE' FROM " + prefix
                                    + "splitter");
                }
            }
        }

        schema.migrateTables(dataSource);

        assertThat(indexes(dataSource, "splitter")).contains("pon_port_id");
        assertThat(open(dataSource).plantSearch().outputs(new SplitterId("NAP-1"), Instant.EPOCH))
                .extracting(OutputSummary::state)
                .containsExactly(PortState.FREE, PortState.FREE);
    }

    @ParameterizedTest
    @EnumSource
    void contracts_of_version_6_take_networks_afterwards_that_no_other_contract_gets(Database database)
            throws Exception {
        DataSource dataSource = database.dataSource();
        try (Connection connection = dataSource.getConnection()) {
            OldTables.create(connection, Dialect.valueOf(database.name()), new TableNames(prefix, ""), 6);
        }
        assertThatThrownBy(() -> open(dataSource)).hasMessageContaining("of version 6");

        schema.migrateTables(dataSource);

        JdbcStorage storage = open(dataSource);
        AccessSettings settings = ContractFixtures.accessSettings(1, 1);
        storage.contracts().save(having(1, settings), 0);
        assertThatThrownBy(() -> storage.contracts().save(having(2, settings), 0))
                .isInstanceOf(ConflictException.class);
        assertThat(rows(dataSource, "network")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void segments_of_version_7_are_those_of_plans_and_leave_room_for_add_ons(Database database) throws Exception {
        DataSource dataSource = database.dataSource();
        Dialect dialect = Dialect.valueOf(database.name());
        try (Connection connection = dataSource.getConnection()) {
            OldTables.create(connection, dialect, new TableNames(prefix, ""), 7);
        }
        insertSegment(dataSource, dialect, "", "");

        schema.migrateTables(dataSource);
        insertSegment(dataSource, dialect, ", add_on", ", 'iptv'");

        List<Segment> segments = new ArrayList<>();
        open(dataSource)
                .reports(ReportSettings.in(ContractFixtures.ZONE))
                .segments(new DayRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)), segments::add);
        assertThat(segments)
                .extracting(Segment::addOn)
                .containsExactly(Optional.empty(), Optional.of(new AddOnId("iptv")));
    }

    private void insertSegment(DataSource dataSource, Dialect dialect, String column, String value)
            throws SQLException {
        String id = dialect == Dialect.MARIADB
                ? "UNHEX('01900000000070008000000000000001')"
                : "CAST('01900000-0000-7000-8000-000000000001' AS UUID)";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + prefix + "segment (contract_id, from_day, to_day, version, holder, plan,"
                    + " plan_version, price, currency, billing_cycle, billable, cause, anchor_day, billing_day" + column
                    + ") VALUES (" + id + ", 20000, 20010, 5, 'c-1', 'home', 1, 24.9, 'USD', 'MONTHLY', 10000,"
                    + " 'ACTIVE', 20000, 1" + value + ")");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reports_of_version_7_have_discounts_afterwards(Database database) throws Exception {
        DataSource dataSource = database.dataSource();
        try (Connection connection = dataSource.getConnection()) {
            OldTables.create(connection, Dialect.valueOf(database.name()), new TableNames(prefix, ""), 7);
        }
        assertThatThrownBy(() -> open(dataSource)).hasMessageContaining("of version 7");

        schema.migrateTables(dataSource);

        JdbcStorage storage = open(dataSource);
        Decision life = ContractFixtures.pricedLife(1);
        storage.contracts().save(life.contract(), 0);
        storage.events().append(life.events());
        ReportSettings settings = ReportSettings.in(ContractFixtures.ZONE).withServiceStart(ServiceStart.ACTIVATED);
        JdbcReports reports = storage.reports(settings);
        while (reports.update(100)) {}
        List<Segment> segments = new ArrayList<>();
        DayRange days = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
        reports.segments(days, segments::add);
        assertThat(segments).isEqualTo(new BillingFeed(settings).segments(life.events(), days));
        assertThat(segments).anyMatch(segment -> segment.discounts().size() == 2);
    }

    private static Contract having(int n, AccessSettings settings) {
        return ContractFixtures.handle(
                        ContractFixtures.aDraft(n), new Command.ChangeAccessSettings(settings), ContractFixtures.START)
                .contract();
    }

    /** The first columns of the indexes of a table. */
    private Set<String> indexes(DataSource dataSource, String table) throws SQLException {
        Set<String> first = new HashSet<>();
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData meta = connection.getMetaData();
            String name =
                    meta.storesUpperCaseIdentifiers() ? (prefix + table).toUpperCase(Locale.ROOT) : prefix + table;
            try (ResultSet rows = meta.getIndexInfo(connection.getCatalog(), null, name, false, true)) {
                while (rows.next()) {
                    if (rows.getInt("ORDINAL_POSITION") == 1) {
                        first.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return first;
    }

    private JdbcStorage open(DataSource dataSource) {
        return JdbcStorage.builder().dataSource(dataSource).schema(schema).build();
    }

    private static List<Contract> all(JdbcStorage storage) {
        List<Contract> all = new ArrayList<>();
        List<ContractId> page = storage.contracts().page(Optional.empty(), 1_000);
        while (!page.isEmpty()) {
            all.addAll(storage.contracts().findAll(page));
            page = storage.contracts().page(Optional.of(page.get(page.size() - 1)), 1_000);
        }
        return all;
    }

    private static List<ContractSummary> found(JdbcStorage storage, ContractQuery query) {
        List<ContractSummary> all = new ArrayList<>();
        Listing<ContractSummary> page = storage.search().search(query, Page.first(1_000));
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = storage.search().search(query, Page.after(page.next().get(), 1_000));
            all.addAll(page.items());
        }
        return all;
    }

    /** As the release of version 2 left them. */
    private List<Stored> fill(DataSource dataSource) throws SQLException, IOException {
        List<Stored> stored = lines().stream()
                .map(Stored::of)
                .flatMap(one -> java.util.stream.IntStream.range(0, COPIES).mapToObj(one::copy))
                .toList();
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Products.dialectOf(connection);
            TableNames names = new TableNames(prefix, "");
            for (String script : Scripts.all(dialect, 0).subList(0, 2)) {
                for (String sql : Scripts.statements(names.script(script))) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + prefix
                    + "contract (contract_id, version, number, status, due_at, snapshot) VALUES (?, ?, ?, ?, ?, ?)")) {
                for (Stored contract : stored) {
                    insert.setObject(1, ContractIds.bound(dialect, contract.id()));
                    insert.setLong(2, contract.version());
                    insert.setString(3, contract.number());
                    insert.setString(4, contract.status());
                    insert.setObject(5, contract.dueAt().orElse(null), Types.BIGINT);
                    insert.setString(6, contract.snapshot());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        return stored;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = UpgradeIT.class.getResourceAsStream("internal/schema/contracts-v2.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private long rows(DataSource dataSource, String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + prefix + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A data source whose connections lose the server after so many commits. */
    private static DataSource failingAfter(DataSource dataSource, int commits) {
        AtomicInteger left = new AtomicInteger(commits);
        return (DataSource) Proxy.newProxyInstance(
                UpgradeIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = invoke(dataSource, method, arguments);
                    return result instanceof Connection connection ? failing(connection, left) : result;
                });
    }

    private static Connection failing(Connection connection, AtomicInteger left) {
        return (Connection) Proxy.newProxyInstance(
                UpgradeIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && left.getAndDecrement() <= 0) {
                        throw new SQLException("the server went away", "08006");
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
