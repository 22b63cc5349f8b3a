package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.internal.session.BatchUpdate;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.report.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row for each segment of a contract. Only those change that are not as they were. For one update. */
final class SegmentRows {
    private static final int BATCH = 500;

    private final Session session;
    private final Map<ContractId, List<Segment>> kept = new HashMap<>();
    private final List<Segment> gone = new ArrayList<>();
    private final List<Segment> added = new ArrayList<>();

    SegmentRows(Session session) {
        this.session = session;
    }

    void load(List<ContractId> contracts) {
        SegmentReader reader = SegmentReader.whole(session.dialect());
        session.query("SELECT " + SegmentReader.COLUMNS + " FROM {segment} WHERE contract_id IN (<contracts>)"
                        + " ORDER BY contract_id, from_day, add_on")
                .bindList("contracts", contracts)
                .map((row, context) -> reader.read(row))
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
        BatchUpdate.run(
                session,
                BATCH,
                gone,
                "DELETE FROM {segment} WHERE contract_id = :contract AND from_day = :from AND add_on = :addOn",
                (batch, segment) -> batch.bind("contract", segment.contract())
                        .bind("from", Days.of(segment.from()))
                        .bind("addOn", addOn(segment)));
        BatchUpdate.run(
                session,
                BATCH,
                added,
                "INSERT INTO {segment} (" + SegmentReader.COLUMNS
                        + ") VALUES (:contract, :version, :from, :to, :holder, :plan,"
                        + " :planVersion, :price, :currency, :cycle, :anchor, :billingDay, :billable, :cause, :addOn,"
                        + " :discounts)",
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
                        .bind("anchor", Days.of(segment.anchor().day()))
                        .bind("billingDay", segment.anchor().billingDay())
                        .bind("billable", segment.billable().basisPoints())
                        .bind("cause", segment.cause())
                        .bind("addOn", addOn(segment))
                        .bind("discounts", AppliedDiscounts.text(segment.discounts())));
    }

    private static String addOn(Segment segment) {
        return segment.addOn().map(AddOnId::value).orElse("");
    }
}
