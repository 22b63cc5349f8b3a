package io.silverdata.contract.adapters.jdbc.internal.search;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.contracts.EventRows;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Questions;
import io.silverdata.contract.adapters.jdbc.internal.session.Values;
import io.silverdata.contract.json.EventJson;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.Condition;
import io.silverdata.contract.query.ContractCounts;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Cursor;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ContractSearch;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks the tables of contracts, agreements, services and flags, and that of events. */
public final class ContractSearchRows implements ContractSearch {
    /** Addresses that are looked at before a search for a part of addresses: half a millisecond. */
    private static final int SAMPLE = 500;

    /** Of so many, a page of 50 is full after some 6,000 addresses. */
    private static final int FREQUENT = 4;

    private final Questions questions;
    private final Dialect dialect;
    private final SummaryRows summaries;

    public ContractSearchRows(Questions questions, Dialect dialect) {
        this.questions = questions;
        this.dialect = dialect;
        summaries = new SummaryRows(dialect);
    }

    @Override
    public Listing<ContractSummary> search(ContractQuery query, Page page) {
        Optional<Cursor> after = Cursor.of(query.order(), page);
        Values values = new Values();
        Where where = new Where(dialect, values, query.conditions(), isWalked(query, after)).with("a", "c", "s");
        after.ifPresent(place -> where.and(behind(query.order(), place, values)));
        List<ContractSummary> found = summaries.read(
                questions,
                values,
                where.from() + where.where() + " ORDER BY " + order(query.order(), where) + " LIMIT "
                        + values.add(page.size() + 1));
        return Listing.of(found, page, contract -> Cursor.of(query.order(), contract));
    }

    /**
     * Whether a page is filled soonest by comparing one address after the other. PostgreSQL takes the letters of a text for independent, so
     * it expects few addresses of any text, and would sort all that a frequent one has. A sample tells.
     */
    private boolean isWalked(ContractQuery query, Optional<Cursor> after) {
        List<Condition.AddressContains> texts = query.conditions().stream()
                .filter(Condition.AddressContains.class::isInstance)
                .map(Condition.AddressContains.class::cast)
                .toList();
        if (dialect != Dialect.POSTGRESQL || texts.isEmpty()) {
            return false;
        }
        Values values = new Values();
        List<Condition> others = query.conditions().stream()
                .filter(condition -> !(condition instanceof Condition.AddressContains))
                .toList();
        Where rest = new Where(dialect, values, others, true).with("a", "c");
        if (rest.isNarrow()) {
            return false;
        }
        after.ifPresent(place -> rest.and(behind(query.order(), place, values)));
        String sample = "SELECT a.address_folded" + rest.from() + rest.where() + " ORDER BY "
                + order(query.order(), rest) + " LIMIT " + SAMPLE;
        String fits = texts.stream()
                .flatMap(condition -> condition.texts().stream())
                .map(text -> "strpos(address_folded, " + values.add(text) + ") > 0")
                .collect(Collectors.joining(" OR "));
        return values.ask(
                                questions,
                                "SELECT COUNT(*) FROM (" + sample + ") sample WHERE " + fits,
                                row -> row.getLong(1))
                        .get(0)
                >= FREQUENT;
    }

    @Override
    public List<ContractId> identities(ContractQuery query, Optional<ContractId> after, int max) {
        Bounds.max(max);
        Values values = new Values();
        Where where = new Where(dialect, values, query);
        after.ifPresent(last -> where.and(where.id() + " > " + values.add(ContractIds.bound(dialect, last))));
        return values.ask(
                questions,
                "SELECT " + where.id() + where.from() + where.where() + " ORDER BY " + where.byIdentity() + " LIMIT "
                        + values.add(max),
                row -> ContractIds.read(dialect, row, 1));
    }

    @Override
    public long count(ContractQuery query) {
        Values values = new Values();
        Where where = new Where(dialect, values, query);
        return values.ask(questions, "SELECT COUNT(*)" + where.from() + where.where(), row -> row.getLong(1))
                .get(0);
    }

    /** One statement, so that the counts are of one moment, and add up. */
    @Override
    public ContractCounts counts(ContractQuery query) {
        Map<Status, Long> byStatus = new EnumMap<>(Status.class);
        Map<PlanId, Long> byPlan = new HashMap<>();
        Map<OltId, Long> byOlt = new HashMap<>();
        Values values = new Values();
        Where where = new Where(dialect, values, query).with("a", "c", "s");
        long total = values
                .ask(
                        questions,
                        "SELECT c.status, a.plan, s.olt, COUNT(*)" + where.from() + where.where()
                                + " GROUP BY c.status, a.plan, s.olt",
                        row -> {
                            long count = row.getLong(4);
                            byStatus.merge(Status.valueOf(row.getString(1)), count, Long::sum);
                            byPlan.merge(new PlanId(row.getString(2)), count, Long::sum);
                            Optional.ofNullable(row.getString(3))
                                    .ifPresent(olt -> byOlt.merge(new OltId(olt), count, Long::sum));
                            return count;
                        })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return new ContractCounts(total, byStatus, byPlan, byOlt);
    }

    @Override
    public List<ContractSummary> summaries(List<ContractId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Values values = new Values();
        Where where = new Where(dialect, values, ContractQuery.all()).with("a", "c", "s");
        where.and(ids.stream()
                .map(id -> values.add(ContractIds.bound(dialect, id)))
                .collect(Collectors.joining(", ", "c.contract_id IN (", ")")));
        Map<ContractId, ContractSummary> found =
                summaries.read(questions, values, where.from() + where.where()).stream()
                        .collect(Collectors.toMap(ContractSummary::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public Listing<RecordedEvent> history(ContractId contract, Page page) {
        Optional<Cursor> after = Cursor.ofHistory(contract, page);
        Values values = new Values();
        String sql = "SELECT " + EventRows.COLUMNS + " FROM {event} WHERE contract_id = "
                + values.add(ContractIds.bound(dialect, contract))
                + after.map(place -> " AND version < " + values.add(place.position()))
                        .orElse("")
                + " ORDER BY version DESC LIMIT " + values.add(page.size() + 1);
        return Listing.of(values.ask(questions, sql, row -> EventRows.event(dialect, row)), page, Cursor::ofHistory);
    }

    private record Placed(RecordedEvent event, long position) {
        Cursor cursor() {
            return Cursor.ofActivity(event, position);
        }
    }

    /** The latest of each kind by itself, since the index begins with the kind; of these, the latest. */
    @Override
    public Listing<RecordedEvent> events(EventQuery query, Page page) {
        Optional<Cursor> after = Cursor.ofActivity(page);
        Values values = new Values();
        String limit = " LIMIT " + values.add(page.size() + 1);
        String times = " AND recorded_at >= " + values.add(Micros.of(query.from())) + " AND recorded_at < "
                + values.add(Micros.of(query.to()))
                + after.map(place -> before(place, values)).orElse("");
        List<String> kinds = EventJson.types(query.kinds());
        // H2 loses rows of such a union; it is for tests and small operators, and sorts all kinds at once.
        String sql = dialect == Dialect.H2
                ? kinds.stream()
                        .map(values::add)
                        .collect(Collectors.joining(
                                ", ",
                                "SELECT " + EventRows.COLUMNS + ", seq FROM {event} WHERE type IN (",
                                ")" + times))
                : kinds.stream()
                        .map(type -> "(SELECT " + EventRows.COLUMNS + ", seq FROM {event} WHERE type = "
                                + values.add(type) + times + " ORDER BY recorded_at DESC, seq DESC" + limit + ")")
                        .collect(Collectors.joining(" UNION ALL "));
        Listing<Placed> found = Listing.of(
                values.ask(
                        questions,
                        "SELECT * FROM (" + sql + ") e ORDER BY recorded_at DESC, seq DESC" + limit,
                        row -> new Placed(EventRows.event(dialect, row), row.getLong(10))),
                page,
                Placed::cursor);
        return new Listing<>(found.items().stream().map(Placed::event).toList(), found.next());
    }

    private String before(Cursor place, Values values) {
        return " AND "
                + behind("recorded_at", values.add(Micros.of(place.at())), "seq", values.add(place.position()), "<");
    }

    private static String order(ContractOrder order, Where where) {
        return switch (order) {
            case IDENTITY -> where.byIdentity();
            case NUMBER -> where.order("c.number", "c.number || ''");
            case LATEST_DRAFTED -> where.order("a.drafted_at", "a.drafted_at + 0") + " DESC, a.contract_id DESC";
            case EARLIEST_DUE -> where.order("c.due_at", "c.due_at + 0") + ", c.contract_id";
        };
    }

    private String behind(ContractOrder order, Cursor place, Values values) {
        String id = values.add(ContractIds.bound(dialect, place.contract()));
        return switch (order) {
            case IDENTITY -> "c.contract_id > " + id;
            case NUMBER -> "c.number > " + values.add(place.key());
            case LATEST_DRAFTED -> behind("a.drafted_at", values.add(Micros.of(place.at())), "a.contract_id", id, "<");
            case EARLIEST_DUE -> behind("c.due_at", values.add(Micros.of(place.at())), "c.contract_id", id, ">");
        };
    }

    /** Rows behind a place, in a form for which each database reads no more than it must. */
    private String behind(String column, String value, String second, String secondValue, String sign) {
        return switch (dialect) {
            case POSTGRESQL -> "(" + column + ", " + second + ") " + sign + " (" + value + ", " + secondValue + ")";
            case H2, MARIADB ->
                column + " " + sign + "= " + value + " AND (" + column + " " + sign + " " + value + " OR " + second
                        + " " + sign + " " + secondValue + ")";
        };
    }
}
