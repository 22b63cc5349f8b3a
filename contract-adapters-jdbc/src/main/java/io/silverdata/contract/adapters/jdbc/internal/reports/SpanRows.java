package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.BatchUpdate;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.report.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row for each span of a contract. Only those change that are not as they were. For one update. */
final class SpanRows {
    private static final int BATCH = 500;

    private final Session session;
    private final Map<ContractId, List<Kept>> kept = new HashMap<>();
    private final List<Kept> gone = new ArrayList<>();
    private final List<Kept> added = new ArrayList<>();
    private final SpanTotals totals = new SpanTotals();

    private record Kept(int number, Span span) {}

    SpanRows(Session session) {
        this.session = session;
    }

    void load(List<ContractId> contracts) {
        session.query("SELECT contract_id, span_no, kind, from_day, to_day, label, took, amount, other_id FROM {span}"
                        + " WHERE contract_id IN (<contracts>)")
                .bindList("contracts", contracts)
                .map((row, context) -> kept(session.dialect(), row))
                .forEach(row -> kept.computeIfAbsent(row.span().contract(), first -> new ArrayList<>())
                        .add(row));
    }

    /** Makes the spans of a contract, whose rows were loaded, equal to these. */
    void replace(ContractId contract, List<Span> spans) {
        List<Span> missing = new ArrayList<>(spans);
        int last = 0;
        for (Kept row : kept.getOrDefault(contract, List.of())) {
            last = Math.max(last, row.number());
            if (!missing.remove(row.span())) {
                gone.add(row);
                totals.remove(row.span());
            }
        }
        for (Span span : missing) {
            last++;
            added.add(new Kept(last, span));
            totals.add(span);
        }
    }

    void write() {
        BatchUpdate.run(
                session,
                BATCH,
                gone,
                "DELETE FROM {span} WHERE contract_id = :contract AND span_no = :number",
                (batch, row) -> batch.bind("contract", row.span().contract()).bind("number", row.number()));
        BatchUpdate.run(
                session,
                BATCH,
                added,
                "INSERT INTO {span} (contract_id, span_no, kind, from_day, to_day, label, took, amount, other_id)"
                        + " VALUES (:contract, :number, :kind, :from, :to, :label, :took, :amount, :other)",
                (batch, row) -> batch.bind("contract", row.span().contract())
                        .bind("number", row.number())
                        .bind("kind", row.span().kind().name())
                        .bind("from", Days.of(row.span().from()))
                        .bind("to", Days.of(row.span().to()))
                        .bind("label", row.span().label())
                        .bind(
                                "took",
                                row.span().duration().map(SpanRows::micros).orElse(null))
                        .bind("amount", row.span().amount().orElse(null))
                        .bindByType("other", row.span().other().orElse(null), ContractId.class));
        totals.write(session);
    }

    static Long micros(Duration duration) {
        return duration.dividedBy(Duration.of(1, ChronoUnit.MICROS));
    }

    private static Kept kept(Dialect dialect, ResultSet row) throws SQLException {
        long took = row.getLong(7);
        boolean timed = !row.wasNull();
        boolean hasOther = row.getObject(9) != null;
        return new Kept(
                row.getInt(2),
                new Span(
                        ContractIds.read(dialect, row, 1),
                        Span.Kind.valueOf(row.getString(3)),
                        Days.day(row.getInt(4)),
                        Days.dayIfAny(row.getInt(5)),
                        row.getString(6),
                        timed ? Optional.of(Duration.of(took, ChronoUnit.MICROS)) : Optional.empty(),
                        Optional.ofNullable(row.getBigDecimal(8)),
                        hasOther ? Optional.of(ContractIds.read(dialect, row, 9)) : Optional.empty()));
    }
}
