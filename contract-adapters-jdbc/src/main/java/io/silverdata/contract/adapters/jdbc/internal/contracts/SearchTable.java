package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.model.Contract;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table that says beside the snapshots what contracts are found by: what its rows hold of a contract, and what they should. */
public final class SearchTable {
    private final String name;
    private final List<Column> columns;
    private final Function<Contract, List<List<@Nullable Object>>> rows;

    private SearchTable(String name, List<Column> columns, Function<Contract, List<List<@Nullable Object>>> rows) {
        this.name = name;
        this.columns = columns;
        this.rows = rows;
    }

    /** How a column is read. */
    private enum Type {
        TEXT,
        NUMBER,
        REAL,
        CONTRACT
    }

    private record Column(String sql, Type type) {
        @Nullable
        Object read(Dialect dialect, ResultSet row, int place) throws SQLException {
            if (row.getObject(place) == null) {
                return null;
            }
            return switch (type) {
                case TEXT -> row.getString(place);
                case NUMBER -> row.getLong(place);
                case REAL -> row.getDouble(place);
                case CONTRACT -> ContractIds.read(dialect, row, place).value();
            };
        }
    }

    /** The tables of a dialect. */
    public static List<SearchTable> all(Dialect dialect) {
        List<Column> agreement = columns(SearchRows.AGREEMENT_COLUMNS);
        if (dialect == Dialect.POSTGRESQL) {
            agreement.add(new Column("CAST(address_grams AS TEXT)", Type.TEXT));
        }
        return List.of(
                new SearchTable(
                        SearchRows.AGREEMENT, agreement, contract -> List.of(SearchRows.agreed(dialect, contract))),
                new SearchTable(SearchRows.SERVICE, columns(SearchRows.SERVICE_COLUMNS), SearchRows::served),
                new SearchTable(
                        "flag",
                        columns(FlagRows.COLUMNS),
                        contract -> FlagRows.of(contract).stream()
                                .map(FlagRows.Flag::values)
                                .toList()),
                new SearchTable(
                        "attribute",
                        columns(List.of("name", "content")),
                        contract -> contract.attributes().stream()
                                .map(attribute -> List.<@Nullable Object>of(
                                        attribute.key().value(), attribute.text()))
                                .toList()));
    }

    private static List<Column> columns(List<String> names) {
        return names.stream()
                .map(name -> new Column(
                        name,
                        switch (name) {
                            case "latitude", "longitude" -> Type.REAL;
                            case "predecessor" -> Type.CONTRACT;
                            case "drafted_at", "cell", "output_no", "activated_at", "cancelled_at", "erased_at" ->
                                Type.NUMBER;
                            case "term_ends", "begins_at", "ends_at" -> Type.NUMBER;
                            default -> Type.TEXT;
                        }))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What it is called, without the prefix. */
    public String name() {
        return name;
    }

    /** What to select, the contract first. */
    public String selected() {
        return columns.stream().map(Column::sql).collect(Collectors.joining(", ", "contract_id, ", ""));
    }

    /** What a row holds. */
    public List<@Nullable Object> read(Dialect dialect, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : columns) {
            values.add(column.read(dialect, row, values.size() + 2));
        }
        return Collections.unmodifiableList(values);
    }

    /** What the rows of a contract should hold. */
    public Set<List<@Nullable Object>> expected(Contract contract) {
        Set<List<@Nullable Object>> expected = new HashSet<>();
        for (List<@Nullable Object> row : rows.apply(contract)) {
            List<@Nullable Object> values = new ArrayList<>();
            row.forEach(value -> values.add(asRead(value)));
            expected.add(values);
        }
        return expected;
    }

    private static @Nullable Object asRead(@Nullable Object bound) {
        if (bound instanceof Integer number) {
            return number.longValue();
        }
        if (bound instanceof byte[] bytes) {
            ByteBuffer id = ByteBuffer.wrap(bytes);
            return new UUID(id.getLong(), id.getLong());
        }
        return bound;
    }
}
