package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.report.Segment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row for each segment of a contract. Only those change that are not as they were. For one update. */
final class SegmentRows {
    static final String COLUMNS = "contract_id, version, from_day, to_day, holder, plan, plan_version, price, currency,"
            + " billing_cycle, billable, cause";
    private static final int BATCH = 500;

    private final Session session;
    private final Map<ContractId, List<Segment>> kept = new HashMap<>();
    private final List<Segment> gone = new ArrayList<>();
    private final List<Segment> added = new ArrayList<>();

    SegmentRows(Session session) {
        this.session = session;
    }

    static Segment segment(Dialect dialect, ResultSet row) throws SQLException {
        return new Segment(
                new ContractId(dialect.key(row, 1)),
                row.getLong(2),
                Days.day(row.getInt(3)),
                Days.dayIfAny(row.getInt(4)),
                new CustomerId(row.getString(5)),
                new PlanId(row.getString(6)),
                row.getInt(7),
                new Money(row.getBigDecimal(8), Currency.getInstance(row.getString(9))),
                BillingCycle.valueOf(row.getString(10)),
                new Billability(row.getInt(11)),
                row.getString(12));
    }

    void load(List<ContractId> contracts) {
        session.query("SELECT " + COLUMNS + " FROM {segment} WHERE contract_id IN (<contracts>)"
                        + " ORDER BY contract_id, from_day")
                .bindList("contracts", contracts)
                .map((row, context) -> segment(session.dialect(), row))
                .forEach(segment -> kept.computeIfAbsent(segment.contract(), first -> new ArrayList<>())
                        .add(segment));
    }

    /** Makes the segments of a contract, whose rows were loaded, equal to these. */
    void replace(ContractId contract, List<Segment> segments) {
        List<Segment> before = kept.getOrDefault(contract, List.of());
        before.stream().filter(segment -> !segments.contains(segment)).forEach(gone::add);
        segments.stream().filter(segment -> !before.contains(segment)).forEach(added::add);
    }

    void write() {
        Batches.run(
                session,
                BATCH,
                gone,
                "DELETE FROM {segment} WHERE contract_id = :contract AND from_day = :from",
                (batch, segment) -> batch.bind("contract", segment.contract()).bind("from", Days.of(segment.from())));
        Batches.run(
                session,
                BATCH,
                added,
                "INSERT INTO {segment} (" + COLUMNS + ") VALUES (:contract, :version, :from, :to, :holder, :plan,"
                        + " :planVersion, :price, :currency, :cycle, :billable, :cause)",
                (batch, segment) -> batch.bind("contract", segment.contract())
                        .bind("version", segment.version())
                        .bind("from", Days.of(segment.from()))
                        .bind("to", Days.of(segment.to()))
                        .bind("holder", segment.holder().value())
                        .bind("plan", segment.plan().value())
                        .bind("planVersion", segment.planVersion())
                        .bind("price", segment.price().amount())
                        .bind("currency", segment.price().currency().getCurrencyCode())
                        .bind("cycle", segment.cycle().name())
                        .bind("billable", segment.billable().basisPoints())
                        .bind("cause", segment.cause()));
    }
}
