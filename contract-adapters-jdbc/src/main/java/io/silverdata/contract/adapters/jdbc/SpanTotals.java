package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.report.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.PreparedBatch;

/** By how much the spans that last become more or less, day by day and month by month. For one update. */
final class SpanTotals {
    // the kinds that are asked for while they last
    private static final Set<Span.Kind> LASTING = EnumSet.of(
            Span.Kind.LIVE, Span.Kind.HELD, Span.Kind.ORDER, Span.Kind.GIVEN_UP, Span.Kind.DRIFTED, Span.Kind.RESTING);
    private static final int MONTHS = 12;

    private final Map<Key, Change> changes = new TreeMap<>();

    private record Key(String kind, String label, String grain, int bucket) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
                .thenComparing(Key::label)
                .thenComparing(Key::grain)
                .thenComparingInt(Key::bucket);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Change(long spans, BigDecimal amount) {
        Change plus(Change other) {
            return new Change(spans + other.spans, amount.add(other.amount));
        }

        boolean isNothing() {
            return spans == 0 && amount.signum() == 0;
        }
    }

    /** The number of a month. */
    static int month(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    void add(Span span) {
        count(span, 1);
    }

    void remove(Span span) {
        count(span, -1);
    }

    void write(Session session) {
        changes.values().removeIf(Change::isNothing);
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = session.batch(sql(session.dialect()))) {
            changes.forEach((key, change) -> batch.bind("kind", key.kind())
                    .bind("label", key.label())
                    .bind("grain", key.grain())
                    .bind("bucket", key.bucket())
                    .bind("spans", change.spans())
                    .bind("amount", change.amount())
                    .add());
            batch.execute();
        }
    }

    private void count(Span span, int sign) {
        if (!LASTING.contains(span.kind())) {
            return;
        }
        BigDecimal amount = span.amount().orElse(BigDecimal.ZERO);
        change(span, span.from(), new Change(sign, sign > 0 ? amount : amount.negate()));
        span.to().ifPresent(end -> change(span, end, new Change(-sign, sign > 0 ? amount.negate() : amount)));
    }

    private void change(Span span, LocalDate day, Change change) {
        changes.merge(new Key(span.kind().name(), span.label(), "D", Days.of(day)), change, Change::plus);
        changes.merge(new Key(span.kind().name(), span.label(), "M", month(day)), change, Change::plus);
    }

    private static String sql(Dialect dialect) {
        String insert = "INSERT INTO {span_total} (kind, label, grain, bucket, spans, amount)"
                + " VALUES (:kind, :label, :grain, :bucket, :spans, :amount)";
        return switch (dialect) {
            case H2 ->
                "MERGE INTO {span_total} t USING (VALUES (CAST(:kind AS VARCHAR), CAST(:label AS VARCHAR),"
                        + " CAST(:grain AS VARCHAR), CAST(:bucket AS INTEGER), CAST(:spans AS BIGINT),"
                        + " CAST(:amount AS DECIMAL(38, 6)))) n (kind, label, grain, bucket, spans, amount)"
                        + " ON t.kind = n.kind AND t.label = n.label AND t.grain = n.grain AND t.bucket = n.bucket"
                        + " WHEN MATCHED THEN UPDATE SET t.spans = t.spans + n.spans, t.amount = t.amount + n.amount"
                        + " WHEN NOT MATCHED THEN INSERT (kind, label, grain, bucket, spans, amount)"
                        + " VALUES (n.kind, n.label, n.grain, n.bucket, n.spans, n.amount)";
            case POSTGRESQL ->
                insert.replace("INTO {span_total}", "INTO {span_total} AS t")
                        + " ON CONFLICT (kind, label, grain, bucket) DO UPDATE"
                        + " SET spans = t.spans + EXCLUDED.spans, amount = t.amount + EXCLUDED.amount";
            case MARIADB ->
                insert + " ON DUPLICATE KEY UPDATE spans = spans + VALUES(spans), amount = amount + VALUES(amount)";
        };
    }
}
