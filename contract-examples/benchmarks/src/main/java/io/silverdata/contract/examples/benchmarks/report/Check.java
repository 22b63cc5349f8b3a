package io.silverdata.contract.examples.benchmarks.report;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether the rows that were multiplied are those that folding the multiplied events would give. */
final class Check {
    private static final int SAMPLE = 200;

    private Check() {}

    /** The report of many copies is that of the fold over one, times the number of copies. */
    static void equal(KpiReport ours, Town town, int copies) {
        KpiReport fold = FilledDatabase.fold(town);
        require("base", ours.base(), fold.base() * copies);
        require("base at end", ours.baseAtEnd(), fold.baseAtEnd() * copies);
        require("suspended", ours.suspendedAtEnd(), fold.suspendedAtEnd() * copies);
        require("activated", ours.activated(), fold.activated() * copies);
        require("churn", ours.churn().total(), fold.churn().total() * copies);
        require("early", ours.churn().early(), fold.churn().early() * copies);
        require("won back", ours.churn().wonBack(), fold.churn().wonBack() * copies);
        require(
                "churn rate",
                ours.churn().rate(ChurnBase.START).value(),
                fold.churn().rate(ChurnBase.START).value());
        require("mean", ours.provisioning().mean(), fold.provisioning().mean());
        require("p50", ours.provisioning().p50(), fold.provisioning().p50());
        require("p80", ours.provisioning().p80(), fold.provisioning().p80());
        require("p90", ours.provisioning().p90(), fold.provisioning().p90());
        require("open", ours.provisioning().open(), fold.provisioning().open() * copies);
        require(
                "reconnections",
                ours.reconnections().count(),
                fold.reconnections().count() * copies);
        require(
                "repeaters",
                ours.reconnections().repeaters(),
                fold.reconnections().repeaters() * copies);
        require("cuts", ours.collection().cuts(), fold.collection().cuts() * copies);
        require("cut", ours.collection().contracts(), fold.collection().contracts() * copies);
        require("cured", ours.collection().cured(), fold.collection().cured() * copies);
        require("resting", ours.ports().resting(), fold.ports().resting() * copies);
        require("ghosts", ours.ports().ghosts(), fold.ports().ghosts() * copies);
    }

    /** Some contracts are folded from their events, and compared with their rows. */
    static void sample(HikariDataSource pool, JdbcStorage storage) throws SQLException {
        BillingFeed feed = new BillingFeed(FilledDatabase.SETTINGS);
        try (Connection connection = pool.getConnection()) {
            for (UUID id : ids(connection)) {
                List<RecordedEvent> history = storage.events().history(new ContractId(id));
                require(
                        "segments of " + id,
                        rows(
                                connection,
                                "SELECT from_day || ' ' || to_day || ' ' || holder || ' ' || plan || ' ' || billable || ' '"
                                        + " || cause FROM ct_segment WHERE contract_id = ?",
                                id),
                        feed.segments(history).stream()
                                .map(segment -> segment.from().toEpochDay() + " " + number(segment.to()) + " "
                                        + segment.holder().value() + " "
                                        + segment.plan().value() + " "
                                        + segment.billable().basisPoints() + " " + segment.cause())
                                .sorted()
                                .toList());
                require(
                        "spans of " + id,
                        rows(
                                connection,
                                "SELECT kind || ' ' || from_day || ' ' || to_day || ' ' || label || ' ' ||"
                                        + " coalesce(other_id::text, '') FROM ct_span WHERE contract_id = ?",
                                id),
                        Kpis.spans(history, FilledDatabase.SETTINGS).stream()
                                .map(span -> span.kind() + " " + span.from().toEpochDay() + " " + number(span.to())
                                        + " "
                                        + span.label() + " "
                                        + span.other()
                                                .map(other -> other.value().toString())
                                                .orElse(""))
                                .sorted()
                                .toList());
            }
        }
    }

    private static long number(Optional<LocalDate> day) {
        return day.map(LocalDate::toEpochDay).orElse((long) Integer.MAX_VALUE);
    }

    private static List<UUID> ids(Connection connection) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT contract_id FROM ct_contract ORDER BY md5(contract_id::text) LIMIT " + SAMPLE);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static List<String> rows(Connection connection, String sql, UUID id) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows.stream().sorted().toList();
    }

    private static void require(String what, Object ours, Object fold) {
        if (!ours.equals(fold)) {
            throw new IllegalStateException(what + ": " + ours + " in the database, " + fold + " by the fold");
        }
    }
}
