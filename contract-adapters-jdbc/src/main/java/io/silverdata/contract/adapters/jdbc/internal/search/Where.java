package io.silverdata.contract.adapters.jdbc.internal.search;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.contracts.Cells;
import io.silverdata.contract.adapters.jdbc.internal.contracts.FlagKind;
import io.silverdata.contract.adapters.jdbc.internal.contracts.Grams;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SearchRows;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SyncColumn;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Values;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.query.Circle;
import io.silverdata.contract.query.Condition;
import io.silverdata.contract.query.ContractQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Conditions as SQL on the tables {@code contract c}, {@code agreement a} and {@code service s}. Nothing of a value gets into the
 * text: each is a variable of {@link Values}. For one thread.
 */
final class Where implements Condition.Cases<String> {
    private static final String C = "c";
    private static final String A = "a";
    private static final String S = "s";

    private final Dialect dialect;
    private final Values values;
    private final Set<String> tables = new TreeSet<>();
    private final List<String> conditions = new ArrayList<>();
    private final boolean isWalked;
    private boolean isServed;
    private boolean isNarrow;

    /** Of a query, its order left aside. */
    Where(Dialect dialect, Values values, ContractQuery query) {
        this(dialect, values, query.conditions(), false);
    }

    /** Of conditions; if {@code isWalked}, addresses are compared in the order of the page, without their index. */
    Where(Dialect dialect, Values values, Collection<Condition> all, boolean isWalked) {
        this.dialect = dialect;
        this.values = values;
        this.isWalked = isWalked;
        all.forEach(condition -> conditions.add(condition.match(this)));
    }

    /** Adds a condition. */
    void and(String condition) {
        conditions.add(condition);
    }

    /** Says that tables are needed beside those that the conditions are on. */
    Where with(String... more) {
        tables.addAll(List.of(more));
        return this;
    }

    /** The tables, joined; each contract once. */
    String from() {
        String first = first();
        StringBuilder from = new StringBuilder(" FROM ").append(table(first));
        for (String other : List.of(A, C, S)) {
            if (tables.contains(other) && !other.equals(first)) {
                // a draft is not served yet
                from.append(other.equals(S) && !isServed ? " LEFT JOIN " : " JOIN ")
                        .append(table(other))
                        .append(" ON ")
                        .append(other)
                        .append(".contract_id = ")
                        .append(first)
                        .append(".contract_id");
            }
        }
        return from.toString();
    }

    /**
     * A column to sort by. Where a condition leaves few contracts, PostgreSQL shall find these and sort them: it believes that those few
     * are spread evenly over the order, and would read the order from its beginning until it has met enough of them.
     *
     * @param sorted the same in a form that no index has
     */
    String order(String column, String sorted) {
        return isNarrow && dialect == Dialect.POSTGRESQL ? sorted : column;
    }

    /** Whether a condition leaves few contracts. */
    boolean isNarrow() {
        return isNarrow;
    }

    /** The order by identity. */
    String byIdentity() {
        return order(id(), "CAST(" + id() + " AS text) COLLATE \"C\"");
    }

    /** The identity of a contract, in the first of the tables. */
    String id() {
        return first() + ".contract_id";
    }

    /** The conditions, with the word before them if there are any. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String first() {
        return tables.contains(C) || tables.isEmpty() ? C : tables.contains(A) ? A : S;
    }

    private static String table(String alias) {
        return switch (alias) {
            case C -> "{contract} c";
            case A -> "{agreement} a";
            default -> "{service} s";
        };
    }

    @Override
    public String on(Condition.OneOf condition) {
        isNarrow |= isNarrow(condition.field());
        return switch (condition.field()) {
            case CUSTOMER -> in(column(A, "customer"), condition.values());
            case STATUS -> in(column(C, "status"), condition.values());
            case PLAN -> in(column(A, "plan"), condition.values());
            case NUMBER -> in(column(C, "number"), condition.values());
            case PREDECESSOR -> in(column(A, "predecessor"), ids(condition.values()));
            case OLT -> in(served("olt"), condition.values());
            case SPLITTER -> in(served("splitter"), condition.values());
            case PON_PORT ->
                inGroups(
                        served("olt"),
                        served("pon_port"),
                        condition.values().stream()
                                .map(port -> PonPortId.parse(port).get())
                                .collect(Collectors.groupingBy(
                                        port -> port.olt().value(),
                                        TreeMap::new,
                                        Collectors.mapping(SearchRows::place, Collectors.toList()))));
            case SPLITTER_OUTPUT ->
                inGroups(
                        served("splitter"),
                        served("output_no"),
                        condition.values().stream()
                                .map(output -> SplitterOutputId.parse(output).get())
                                .collect(Collectors.groupingBy(
                                        output -> output.splitter().value(),
                                        TreeMap::new,
                                        Collectors.mapping(SplitterOutputId::output, Collectors.toList()))));
            case LOGIN -> held("login", "login", any -> in(any, condition.values()));
            case ONU -> held("onu", "serial", any -> in(any, condition.values()));
            case SCHEDULED -> flagged(FlagKind.SCHEDULED, in("code", condition.values()));
            case FAILURE -> flagged(FlagKind.FAILURE, in("code", condition.values()));
        };
    }

    @Override
    public String on(Condition.BeginsWith condition) {
        isNarrow = true;
        return switch (condition.field()) {
            case NUMBER -> begins(column(C, "number"), condition.beginnings());
            case LOGIN -> held("login", "login", any -> begins(any, condition.beginnings()));
            case ONU -> held("onu", "serial", any -> begins(any, condition.beginnings()));
            case CUSTOMER, STATUS, PLAN, PREDECESSOR, OLT, PON_PORT, SPLITTER, SPLITTER_OUTPUT, SCHEDULED, FAILURE ->
                throw new IllegalArgumentException("no query asks how " + condition.field() + " begins");
        };
    }

    @Override
    public String on(Condition.Between condition) {
        String time = switch (condition.moment()) {
            case DRAFTED -> column(A, "drafted_at");
            case ACTIVATED -> served("activated_at");
            case CANCELLED -> served("cancelled_at");
            case DUE -> column(C, "due_at");
        };
        return range(time, Micros.of(condition.from()), Micros.of(condition.to()));
    }

    @Override
    public String on(Condition.TermEnds condition) {
        return range(
                served("term_ends"),
                condition.from().toEpochDay(),
                condition.to().toEpochDay());
    }

    @Override
    public String on(Condition.Held condition) {
        List<String> all = new ArrayList<>();
        if (!condition.reasons().isEmpty()) {
            all.add(in("code", condition.reasons()));
        }
        if (!condition.enforcements().isEmpty()) {
            all.add(in(
                    "detail", condition.enforcements().stream().map(Enum::name).toList()));
        }
        all.add(range("begins_at", Micros.of(condition.from()), Micros.of(condition.to())));
        return flagged(FlagKind.HOLD, String.join(" AND ", all));
    }

    @Override
    public String on(Condition.Provisioned condition) {
        List<String> fitting = new ArrayList<>();
        for (ProvisioningState.Summary access : ProvisioningState.Summary.values()) {
            for (ProvisioningState.Summary line : ProvisioningState.Summary.values()) {
                if (condition.includes(access, line)) {
                    fitting.add(SyncColumn.of(access, line));
                }
            }
        }
        return in(column(C, "sync"), fitting);
    }

    @Override
    public String on(Condition.AddressContains condition) {
        String address = column(A, "address_folded");
        return any(condition.texts(), text -> switch (dialect) {
            case POSTGRESQL -> indexed(text) + "strpos(" + address + ", " + values.add(text) + ") > 0";
            case H2, MARIADB -> "LOCATE(" + values.add(text) + ", " + address + ") > 0";
        });
    }

    private String indexed(String text) {
        return isWalked ? "" : "a.address_grams @> CAST(" + values.add(Grams.of(text)) + " AS INTEGER[]) AND ";
    }

    /** The same steps as {@link Circle#contains}, in the cells that the circle touches. */
    @Override
    public String on(Condition.Near condition) {
        isNarrow = true;
        Circle circle = condition.circle();
        String cells = any(
                Cells.around(circle),
                run -> column(A, "cell") + " BETWEEN " + values.add(run.first()) + " AND " + values.add(run.last()));
        String north = "(a.latitude - " + number(circle.centre().latitude()) + ")";
        String turned = "ABS(a.longitude - " + number(circle.centre().longitude()) + ")";
        String east = "(LEAST(" + turned + ", 360 - " + turned + ") * " + number(circle.shrink()) + ")";
        return cells + " AND " + north + " * " + north + " + " + east + " * " + east + " <= "
                + number(circle.reach() * circle.reach());
    }

    @Override
    public String on(Condition.Attributed condition) {
        String key = "name = " + values.add(condition.key().value());
        isNarrow |= !condition.texts().isEmpty();
        return found("attribute", condition.texts().isEmpty() ? key : key + " AND " + in("content", condition.texts()));
    }

    /** A contract that is not served and has not ended has no row there, and was not erased. */
    @Override
    public String on(Condition.NotErased condition) {
        tables.add(C);
        return column(S, "erased_at") + " IS NULL";
    }

    /** Whether a value of the field has a small part of all contracts at most. */
    private static boolean isNarrow(Condition.Field field) {
        return switch (field) {
            case CUSTOMER, NUMBER, PREDECESSOR, OLT, PON_PORT, SPLITTER, SPLITTER_OUTPUT, LOGIN, ONU -> true;
            case STATUS, PLAN, SCHEDULED, FAILURE -> false;
        };
    }

    private String column(String table, String column) {
        tables.add(table);
        return table + "." + column;
    }

    private String served(String column) {
        isServed = true;
        return column(S, column);
    }

    private String held(String table, String column, UnaryOperator<String> fits) {
        return found(table, fits.apply(column));
    }

    private String flagged(FlagKind kind, String fits) {
        return found("flag", "kind = " + values.add(kind.name()) + " AND " + fits);
    }

    private String found(String table, String fits) {
        tables.add(C);
        return "c.contract_id IN (SELECT contract_id FROM {" + table + "} WHERE " + fits + ")";
    }

    private String in(String column, Collection<?> wanted) {
        return column + wanted.stream().map(values::add).collect(Collectors.joining(", ", " IN (", ")"));
    }

    /** Those in one of several groups: each key with the values that go with it. */
    private String inGroups(String key, String value, Map<String, ? extends Collection<?>> groups) {
        return any(
                groups.entrySet(),
                group -> key + " = " + values.add(group.getKey()) + " AND " + in(value, group.getValue()));
    }

    /** Those that are not before the text, and not behind everything that begins with it. */
    private String begins(String column, Collection<String> beginnings) {
        return any(
                beginnings,
                text -> column + " >= " + values.add(text) + " AND " + column + " <= "
                        + values.add(text + lastCharacter()));
    }

    /** H2 compares halves of surrogate pairs, the others whole characters. */
    private String lastCharacter() {
        return switch (dialect) {
            case H2 -> "\uFFFF";
            case POSTGRESQL, MARIADB -> Character.toString(Character.MAX_CODE_POINT);
        };
    }

    private String range(String column, long from, long to) {
        return column + " >= " + values.add(from) + " AND " + column + " < " + values.add(to);
    }

    private String number(double value) {
        return switch (dialect) {
            case H2, POSTGRESQL -> "CAST(" + values.add(value) + " AS DOUBLE PRECISION)";
            case MARIADB -> "CAST(" + values.add(value) + " AS DOUBLE)";
        };
    }

    private List<Object> ids(Collection<String> texts) {
        return texts.stream()
                .map(text -> ContractIds.bound(
                        dialect,
                        ContractId.parse(text).getOrElseThrow(bad -> new IllegalStateException(bad.message()))))
                .toList();
    }

    private static <T> String any(Collection<T> all, Function<T, String> condition) {
        return all.stream().map(condition).collect(Collectors.joining(" OR ", "(", ")"));
    }
}
