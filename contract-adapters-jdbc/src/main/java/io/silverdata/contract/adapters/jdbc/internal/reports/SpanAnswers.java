package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
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
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about spans by sums in the database. What begins, is over or lasts comes from the totals of days, months and
 * years, for all kinds at once; what needs single spans is found by its day, in an index that has all that is asked. Nothing
 * grows with what happened long before. For one report, in one transaction.
 */
final class SpanAnswers implements Spans {
    private static final String BEGUN = " WHERE kind = :kind AND from_day >= :from AND from_day < :to";
    private static final String OVER = " WHERE kind = :kind AND to_day >= :from AND to_day < :to";

    private final Session session;
    private final Map<LocalDate, Map<Span.Kind, Map<String, Total>>> lasting = new HashMap<>();
    private final Map<DayRange, Edges> edges = new HashMap<>();

    private record Edges(Map<Span.Kind, Map<String, Total>> begun, Map<Span.Kind, Map<String, Total>> over) {}

    SpanAnswers(Session session) {
        this.session = session;
    }

    @Override
    public Map<String, Total> lastingAt(Span.Kind kind, LocalDate day) {
        if (!SpanTotals.LASTING.contains(kind)) {
            throw new IllegalArgumentException("kind must be one of " + SpanTotals.LASTING + ", was " + kind);
        }
        return lasting.computeIfAbsent(day, this::allLastingAt).getOrDefault(kind, Map.of());
    }

    @Override
    public Map<String, Total> begunIn(Span.Kind kind, DayRange days) {
        return edges.computeIfAbsent(days, this::allEdgesIn).begun().getOrDefault(kind, Map.of());
    }

    @Override
    public Map<String, Total> overIn(Span.Kind kind, DayRange days) {
        return edges.computeIfAbsent(days, this::allEdgesIn).over().getOrDefault(kind, Map.of());
    }

    @Override
    public Map<String, Total> overInFromBefore(Span.Kind kind, DayRange days) {
        Map<String, Total> totals = new HashMap<>();
        within(
                        "SELECT label, COUNT(*), SUM(amount), COUNT(took), SUM(took) FROM {span}" + OVER
                                + " AND from_day < :from GROUP BY label",
                        kind,
                        days)
                .map((row, context) -> Map.entry(row.getString(1), total(row, 2)))
                .forEach(total -> totals.put(total.getKey(), total.getValue()));
        return totals;
    }

    @Override
    public long overWithin(Span.Kind kind, DayRange days, int maxDays) {
        return number(within("SELECT COUNT(*) FROM {span}" + BEGUN + " AND to_day <= from_day + :max", kind, days)
                .bind("max", maxDays));
    }

    /** All that last, without those that began of late: these are few, however many have lasted for long. */
    @Override
    public long lastingLonger(Span.Kind kind, LocalDate day, int days) {
        long all =
                lastingAt(kind, day).values().stream().mapToLong(Total::count).sum();
        return days == 0
                ? all
                : all
                        - number(within(
                                "SELECT COUNT(*) FROM {span}" + BEGUN + " AND to_day >= :to",
                                kind,
                                new DayRange(day.minusDays(days), day)));
    }

    @Override
    public long contractsBegunIn(Span.Kind kind, DayRange days) {
        return number(within("SELECT COUNT(DISTINCT contract_id) FROM {span}" + BEGUN, kind, days));
    }

    @Override
    public long contractsOfBaseBegunIn(Span.Kind kind, DayRange days) {
        return number(within(
                "SELECT COUNT(DISTINCT begun.contract_id) FROM {span} begun JOIN {span} base"
                        + " ON base.contract_id = begun.contract_id AND " + lastingAt("base", ":from")
                        + " WHERE begun.kind = :kind AND begun.from_day >= :from AND begun.from_day < :to",
                kind,
                days));
    }

    /** The plan of each contract that was lost is looked up among its few spans. */
    @Override
    public Map<String, BigDecimal> lostRevenue(DayRange days) {
        return amounts(within(
                "SELECT base.label, SUM(base.amount) FROM {span} lost JOIN {span} base"
                        + " ON base.contract_id = lost.contract_id AND " + lastingAt("base", ":from")
                        + " WHERE lost.kind = :kind AND lost.to_day >= :from AND lost.to_day < :to"
                        + " GROUP BY base.label",
                Span.Kind.CHURNED,
                days));
    }

    /** Only plans that were over in these days are looked at: who kept the plan pays what it paid. */
    @Override
    public Map<String, BigDecimal> contractedRevenue(DayRange days) {
        return amounts(within(
                "SELECT base.label, SUM(base.amount - present.amount) FROM {span} base JOIN {span} present"
                        + " ON present.contract_id = base.contract_id AND " + lastingAt("present", ":to")
                        + " AND present.label = base.label AND present.amount < base.amount"
                        + " WHERE base.kind = :kind AND base.to_day >= :from AND base.to_day < :to"
                        + " AND base.from_day < :from GROUP BY base.label",
                Span.Kind.LIVE,
                days));
    }

    /** Live when a day begins. */
    private static String lastingAt(String span, String day) {
        return span + ".kind = 'LIVE' AND " + span + ".from_day < " + day + " AND " + span + ".to_day >= " + day;
    }

    private static Map<String, BigDecimal> amounts(Query query) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        query.map((row, context) -> Map.entry(row.getString(1), row.getBigDecimal(2)))
                .forEach(amount -> amounts.put(amount.getKey(), amount.getValue()));
        return amounts;
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
    public long wonBack(DayRange days, int maxDays) {
        return number(within(
                        "SELECT COUNT(*) FROM {span} lost WHERE lost.kind = :kind AND lost.to_day >= :from"
                                + " AND lost.to_day < :to AND lost.from_day < :from"
                                // one look for each that was lost; EXISTS may read all that ever came back
                                + " AND (SELECT MIN(back.from_day) FROM {span} back WHERE back.other_id = lost.contract_id"
                                + " AND back.kind = 'WON_BACK') <= lost.to_day + :max",
                        Span.Kind.CHURNED,
                        days)
                .bind("max", maxDays));
    }

    @Override
    public Map<Long, Duration> ranked(Span.Kind kind, String label, DayRange days, Collection<Long> ranks) {
        Map<Long, Duration> ranked = new HashMap<>();
        if (ranks.isEmpty()) {
            return ranked;
        }
        within(
                        "SELECT nth, took FROM (SELECT took, ROW_NUMBER() OVER (ORDER BY took) AS nth FROM {span}"
                                + OVER + " AND label = :label AND took IS NOT NULL) ranked WHERE nth IN (<ranks>)",
                        kind,
                        days)
                .bind("label", label)
                .bindList("ranks", ranks)
                .map((row, context) -> Map.entry(row.getLong(1), Duration.of(row.getLong(2), ChronoUnit.MICROS)))
                .forEach(found -> ranked.put(found.getKey(), found.getValue()));
        return ranked;
    }

    private Map<Span.Kind, Map<String, Total>> allLastingAt(LocalDate day) {
        Map<Span.Kind, Map<String, Total>> totals = new EnumMap<>(Span.Kind.class);
        session.query("SELECT kind, label, SUM(CASE WHEN edge = 'B' THEN spans ELSE -spans END),"
                        + " SUM(CASE WHEN edge = 'B' THEN amount ELSE -amount END) FROM {span_total}"
                        + " WHERE ((grain = 'Y' AND bucket < :year)"
                        + " OR (grain = 'M' AND bucket >= :january AND bucket < :month)"
                        + " OR (grain = 'D' AND bucket >= :first AND bucket < :day))"
                        + " AND kind IN (<kinds>) GROUP BY kind, label")
                .bind("year", day.getYear())
                .bind("january", SpanTotals.month(day.getYear(), 1))
                .bind("month", SpanTotals.month(day))
                .bind("first", Days.of(day.withDayOfMonth(1)))
                .bind("day", Days.of(day))
                .bindList("kinds", SpanTotals.LASTING.stream().map(Enum::name).toList())
                .map((row, context) -> {
                    Total total = new Total(row.getLong(3), row.getBigDecimal(4), 0, Duration.ZERO);
                    return total.count() == 0 ? false : put(totals, row, 1, total);
                })
                .forEach(put -> {});
        return totals;
    }

    private Edges allEdgesIn(DayRange days) {
        Edges all = new Edges(new EnumMap<>(Span.Kind.class), new EnumMap<>(Span.Kind.class));
        session.query("SELECT edge, kind, label, SUM(spans), SUM(amount), SUM(timed), SUM(took) FROM {span_total}"
                        + " WHERE grain = 'D' AND bucket >= :from AND bucket < :to"
                        + " GROUP BY edge, kind, label HAVING SUM(spans) <> 0")
                .bind("from", Days.of(days.from()))
                .bind("to", Days.of(days.to()))
                .map((row, context) -> put(
                        row.getString(1).equals(SpanTotals.BEGUN) ? all.begun() : all.over(), row, 2, total(row, 4)))
                .forEach(put -> {});
        return all;
    }

    private static boolean put(Map<Span.Kind, Map<String, Total>> totals, ResultSet row, int column, Total total)
            throws SQLException {
        totals.computeIfAbsent(Span.Kind.valueOf(row.getString(column)), first -> new HashMap<>())
                .put(row.getString(column + 1), total);
        return true;
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

    private static Total total(ResultSet row, int first) throws SQLException {
        return new Total(
                row.getLong(first),
                orZero(row.getBigDecimal(first + 1)),
                row.getLong(first + 2),
                Duration.of(orZero(row.getBigDecimal(first + 3)).longValueExact(), ChronoUnit.MICROS));
    }

    private static BigDecimal orZero(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
