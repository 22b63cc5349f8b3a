package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.report.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How many spans begin and are over, day by day; of those that are asked for while they last, month by month and year by year,
 * too. For one update.
 */
final class SpanTotals {
    /** The kinds that are asked for while they last. */
    static final Set<Span.Kind> LASTING = EnumSet.of(
            Span.Kind.LIVE,
            Span.Kind.HELD,
            Span.Kind.THROTTLED,
            Span.Kind.ORDER,
            Span.Kind.GIVEN_UP,
            Span.Kind.DRIFTED,
            Span.Kind.RESTING);

    /** Begins. */
    static final String BEGUN = "B";

    /** Is over. */
    static final String OVER = "E";

    private static final int MONTHS = 12;

    private final Map<Key, Change> changes = new TreeMap<>();

    // in the order of the primary key, so that updates of several processes cannot wait for each other in a circle
    private record Key(String grain, int bucket, String kind, String label, String edge) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::grain)
                .thenComparingInt(Key::bucket)
                .thenComparing(Key::kind)
                .thenComparing(Key::label)
                .thenComparing(Key::edge);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Change(long spans, BigDecimal amount, long timed, long took) {
        static Change of(Span span) {
            return new Change(
                    1,
                    span.amount().orElse(BigDecimal.ZERO),
                    span.duration().isPresent() ? 1 : 0,
                    span.duration().map(SpanRows::micros).orElse(0L));
        }

        Change negated() {
            return new Change(-spans, amount.negate(), -timed, -took);
        }

        Change plus(Change other) {
            return new Change(
                    spans + other.spans,
                    amount.add(other.amount),
                    timed + other.timed,
                    Math.addExact(took, other.took));
        }

        boolean isNothing() {
            return spans == 0 && amount.signum() == 0 && timed == 0 && took == 0;
        }
    }

    /** The number of a month. */
    static int month(LocalDate day) {
        return month(day.getYear(), day.getMonthValue());
    }

    /** The number of a month, January being 1. */
    static int month(int year, int month) {
        return year * MONTHS + month - 1;
    }

    void add(Span span) {
        count(span, Change.of(span));
    }

    void remove(Span span) {
        count(span, Change.of(span).negated());
    }

    void write(Session session) {
        changes.values().removeIf(Change::isNothing);
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = session.batch(sql(session.dialect()))) {
            changes.forEach((key, change) -> batch.bind("grain", key.grain())
                    .bind("bucket", key.bucket())
                    .bind("kind", key.kind())
                    .bind("label", key.label())
                    .bind("edge", key.edge())
                    .bind("spans", change.spans())
                    .bind("amount", change.amount())
                    .bind("timed", change.timed())
                    .bind("took", BigDecimal.valueOf(change.took()))
                    .add());
            batch.execute();
        }
    }

    private void count(Span span, Change change) {
        count(span, BEGUN, span.from(), change);
        span.to().ifPresent(end -> count(span, OVER, end, change));
    }

    private void count(Span span, String edge, LocalDate day, Change change) {
        count(span, edge, "D", Days.of(day), change);
        if (LASTING.contains(span.kind())) {
            count(span, edge, "M", month(day), change);
            count(span, edge, "Y", day.getYear(), change);
        }
    }

    private void count(Span span, String edge, String grain, int bucket, Change change) {
        changes.merge(new Key(grain, bucket, span.kind().name(), span.label(), edge), change, Change::plus);
    }

    private static String sql(Dialect dialect) {
        String insert = "INSERT INTO {span_total} (grain, bucket, kind, label, edge, spans, amount, timed, took)"
                + " VALUES (:grain, :bucket, :kind, :label, :edge, :spans, :amount, :timed, :took)";
        return switch (dialect) {
            case H2 ->
                "MERGE INTO {span_total} t USING (VALUES (CAST(:grain AS VARCHAR), CAST(:bucket AS INTEGER),"
                        + " CAST(:kind AS VARCHAR), CAST(:label AS VARCHAR), CAST(:edge AS VARCHAR),"
                        + " CAST(:spans AS BIGINT), CAST(:amount AS DECIMAL(38, 6)), CAST(:timed AS BIGINT),"
                        + " CAST(:took AS DECIMAL(38, 0))))"
                        + " n (grain, bucket, kind, label, edge, spans, amount, timed, took)"
                        + " ON t.grain = n.grain AND t.bucket = n.bucket AND t.kind = n.kind AND t.label = n.label"
                        + " AND t.edge = n.edge"
                        + " WHEN MATCHED THEN UPDATE SET t.spans = t.spans + n.spans, t.amount = t.amount + n.amount,"
                        + " t.timed = t.timed + n.timed, t.took = t.took + n.took"
                        + " WHEN NOT MATCHED THEN INSERT"
                        + " (grain, bucket, kind, label, edge, spans, amount, timed, took) VALUES"
                        + " (n.grain, n.bucket, n.kind, n.label, n.edge, n.spans, n.amount, n.timed, n.took)";
            case POSTGRESQL ->
                insert.replace("INTO {span_total}", "INTO {span_total} AS t")
                        + " ON CONFLICT (grain, bucket, kind, label, edge) DO UPDATE"
                        + " SET spans = t.spans + EXCLUDED.spans, amount = t.amount + EXCLUDED.amount,"
                        + " timed = t.timed + EXCLUDED.timed, took = t.took + EXCLUDED.took";
            case MARIADB ->
                insert + " ON DUPLICATE KEY UPDATE spans = spans + VALUES(spans), amount = amount + VALUES(amount),"
                        + " timed = timed + VALUES(timed), took = took + VALUES(took)";
        };
    }
}
