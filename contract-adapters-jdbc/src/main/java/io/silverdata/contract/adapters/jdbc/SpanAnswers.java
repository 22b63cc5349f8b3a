package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.Span;
import io.silverdata.contract.report.Spans;
import io.silverdata.contract.report.Total;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/**
 * Answers questions about spans by sums in the database. What begins or is over in a window is found by its day; what lasts at
 * a day is a sum over months and the days of one month. Neither grows with what happened long before.
 */
final class SpanAnswers implements Spans {
    private static final String TOTALS = "SELECT label, COUNT(*), SUM(amount), COUNT(took), SUM(took) FROM {span}";
    private static final String BEGUN = " WHERE kind = :kind AND from_day >= :from AND from_day < :to";
    private static final String OVER = " WHERE kind = :kind AND to_day >= :from AND to_day < :to";

    private final Session session;

    SpanAnswers(Session session) {
        this.session = session;
    }

    @Override
    public Map<String, Total> lastingAt(Span.Kind kind, LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        Map<String, Total> totals = new HashMap<>();
        session.query("SELECT label, SUM(spans), SUM(amount) FROM {span_total} WHERE kind = :kind"
                        + " AND ((grain = 'M' AND bucket < :month)"
                        + " OR (grain = 'D' AND bucket >= :first AND bucket < :day)) GROUP BY label")
                .bind("kind", kind.name())
                .bind("month", SpanTotals.month(day))
                .bind("first", Days.of(month))
                .bind("day", Days.of(day))
                .map((row, context) ->
                        Map.entry(row.getString(1), new Total(row.getLong(2), row.getBigDecimal(3), 0, Duration.ZERO)))
                .forEach(total -> {
                    if (total.getValue().count() != 0) {
                        totals.put(total.getKey(), total.getValue());
                    }
                });
        return totals;
    }

    @Override
    public Map<String, Total> begunIn(Span.Kind kind, DayRange days) {
        return totals(within(TOTALS + BEGUN + " GROUP BY label", kind, days));
    }

    @Override
    public Map<String, Total> overIn(Span.Kind kind, DayRange days) {
        return totals(within(TOTALS + OVER + " GROUP BY label", kind, days));
    }

    @Override
    public Map<String, Total> overInFromBefore(Span.Kind kind, DayRange days) {
        return totals(within(TOTALS + OVER + " AND from_day < :from GROUP BY label", kind, days));
    }

    @Override
    public long overWithin(Span.Kind kind, DayRange days, int mostDays) {
        return number(within("SELECT COUNT(*) FROM {span}" + BEGUN + " AND to_day <= from_day + :most", kind, days)
                .bind("most", mostDays));
    }

    @Override
    public long lastingLonger(Span.Kind kind, LocalDate day, int days) {
        return number(
                session.query("SELECT COUNT(*) FROM {span} WHERE kind = :kind AND to_day >= :day AND from_day < :since")
                        .bind("kind", kind.name())
                        .bind("day", Days.of(day))
                        .bind("since", Days.of(day.minusDays(days))));
    }

    @Override
    public long contractsBegunIn(Span.Kind kind, DayRange days) {
        return number(within("SELECT COUNT(DISTINCT contract_id) FROM {span}" + BEGUN, kind, days));
    }

    @Override
    public long repeaters(Span.Kind kind, String label, DayRange days) {
        return number(within(
                        "SELECT COUNT(*) FROM (SELECT contract_id FROM {span}" + OVER
                                + " AND label = :label GROUP BY contract_id HAVING COUNT(*) > 1) repeated",
                        kind,
                        days)
                .bind("label", label));
    }

    @Override
    public long wonBack(DayRange days, int mostDays) {
        return number(within(
                        "SELECT COUNT(*) FROM {span} lost WHERE lost.kind = :kind AND lost.to_day >= :from"
                                + " AND lost.to_day < :to AND lost.from_day < :from"
                                + " AND EXISTS (SELECT 1 FROM {span} back WHERE back.other_id = lost.contract_id"
                                + " AND back.kind = 'WON_BACK' AND back.from_day <= lost.to_day + :most)",
                        Span.Kind.CHURNED,
                        days)
                .bind("most", mostDays));
    }

    @Override
    public Optional<Duration> ranked(Span.Kind kind, String label, DayRange days, long rank) {
        return within(
                        "SELECT took FROM {span}" + OVER
                                + " AND label = :label AND took IS NOT NULL ORDER BY took LIMIT 1 OFFSET :before",
                        kind,
                        days)
                .bind("label", label)
                .bind("before", rank - 1)
                .mapTo(Long.class)
                .findOne()
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
    }

    private Query within(String sql, Span.Kind kind, DayRange days) {
        return session.query(sql)
                .bind("kind", kind.name())
                .bind("from", Days.of(days.from()))
                .bind("to", Days.of(days.to()));
    }

    private static long number(Query query) {
        return query.mapTo(Long.class).one();
    }

    private static Map<String, Total> totals(Query query) {
        Map<String, Total> totals = new HashMap<>();
        query.map((row, context) -> Map.entry(row.getString(1), total(row)))
                .forEach(total -> totals.put(total.getKey(), total.getValue()));
        return totals;
    }

    private static Total total(ResultSet row) throws SQLException {
        return new Total(row.getLong(2), orZero(row, 3), row.getLong(4), micros(row));
    }

    private static Duration micros(ResultSet row) throws SQLException {
        return Duration.of(orZero(row, 5).longValueExact(), ChronoUnit.MICROS);
    }

    private static BigDecimal orZero(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).orElse(BigDecimal.ZERO);
    }
}
