package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.contracts.EventRows;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SearchTable;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a range of contracts, one after the other, without holding them all. */
final class PageReader {
    private static final int FETCH = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final TableNames names;

    PageReader(Connection connection, Dialect dialect, TableNames names) {
        this.connection = connection;
        this.dialect = dialect;
        this.names = names;
    }

    /** Does something with a row, whose first column is a contract. */
    @FunctionalInterface
    interface Row {
        void read(ContractId contract, ResultSet row) throws SQLException;
    }

    /**
     * Reads rows.
     *
     * @param sql with the contract as its first column, and {@code RANGE} where the condition on contracts goes
     * @param column that the condition is on
     */
    void each(String sql, String column, ContractRange range, Row reader) throws SQLException {
        List<ContractId> bounds = new ArrayList<>();
        String condition = column + " IS NOT NULL";
        if (range.after().isPresent()) {
            condition += " AND " + column + " > ?";
            bounds.add(range.after().get());
        }
        if (range.last().isPresent()) {
            condition += " AND " + column + " <= ?";
            bounds.add(range.last().get());
        }
        try (PreparedStatement statement = connection.prepareStatement(names.sql(sql.replace("RANGE", condition)))) {
            for (int bound = 0; bound < bounds.size(); bound++) {
                statement.setObject(bound + 1, ContractIds.bound(dialect, bounds.get(bound)));
            }
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(ContractIds.read(dialect, rows, 1), rows);
                }
            }
        }
    }

    /** The tables that contracts are found by. */
    List<SearchTable> searched() {
        return SearchTable.all(dialect);
    }

    List<@Nullable Object> values(SearchTable table, ResultSet row) throws SQLException {
        return table.read(dialect, row);
    }

    RecordedEvent event(ResultSet row) throws SQLException {
        return EventRows.event(dialect, row);
    }
}
