package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Changes that wait for the end of the unit of work, and are sent in as few messages as the database allows: what a command
 * costs is the number of times it waits for an answer.
 */
final class DeferredWrites {
    private static final int MAX_STATEMENTS = 50;

    private final Connection connection;
    private final Dialect dialect;
    private final TableNames names;
    private final List<DeferredWrite> writes = new ArrayList<>();

    DeferredWrites(Connection connection, Dialect dialect, TableNames names) {
        this.connection = connection;
        this.dialect = dialect;
        this.names = names;
    }

    void add(DeferredWrite write) {
        writes.add(write);
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    /** Whether any of them changes a table. */
    boolean concern(String table) {
        return writes.stream().anyMatch(write -> write.template().table().equals(table));
    }

    /** Sends everything, in the order in which it was added within each table. */
    void send() {
        List<WriteBatch> batches = WriteBatch.of(writes);
        writes.clear();
        // PostgreSQL takes several statements in one message, and gives one answer
        int max = dialect == Dialect.POSTGRESQL ? MAX_STATEMENTS : 1;
        for (int first = 0; first < batches.size(); first += max) {
            sendTogether(batches.subList(first, Math.min(first + max, batches.size())));
        }
    }

    private void sendTogether(List<WriteBatch> together) {
        String sql = together.stream().map(WriteBatch::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (WriteBatch batch : together) {
                place = batch.bind(statement, place);
            }
            statement.execute();
            for (WriteBatch batch : together) {
                batch.requireAllFound(statement.getUpdateCount());
                statement.getMoreResults();
            }
        } catch (SQLException failed) {
            List<DeferredWrite> all =
                    together.stream().flatMap(batch -> batch.writes().stream()).toList();
            throw Faults.isDuplicate(failed) ? conflict(failed, all) : Faults.of(failed, whatOf(all));
        }
    }

    /** Which value was taken: the constraint that the message names first, before any value that it quotes. */
    private ConflictException conflict(SQLException failed, List<DeferredWrite> together) {
        Map<String, Kind> constraints = new HashMap<>();
        together.forEach(write -> constraints.putAll(write.constraints()));
        Kind kind = together.get(0).conflict();
        int first = Integer.MAX_VALUE;
        for (Map.Entry<String, Kind> constraint : constraints.entrySet()) {
            int index = names.indexIn(String.valueOf(failed.getMessage()), constraint.getKey());
            if (index >= 0 && index < first) {
                first = index;
                kind = constraint.getValue();
            }
        }
        return new ConflictException(kind, whatOf(together) + ": the value is taken", failed);
    }

    private static String whatOf(List<DeferredWrite> together) {
        String first = together.get(0).what();
        long more = together.stream().map(DeferredWrite::what).distinct().count() - 1;
        return more == 0 ? first : first + " and " + more + " more";
    }
}
