package io.silverdata.contract.adapters.jdbc;

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
 * Statements that wait for the end of the unit of work, to be sent in as few messages as the database allows: what a command
 * costs is the number of times it waits for an answer.
 */
final class Pending {
    private final Connection connection;
    private final Dialect dialect;
    private final Names names;
    private final List<Write> writes = new ArrayList<>();

    Pending(Connection connection, Dialect dialect, Names names) {
        this.connection = connection;
        this.dialect = dialect;
        this.names = names;
    }

    void add(Write write) {
        writes.add(write);
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    /** Sends everything in the order in which it was added. */
    void send() {
        List<Write> now = List.copyOf(writes);
        writes.clear();
        if (dialect.takesStatementsTogether()) {
            sendTogether(now);
        } else {
            now.forEach(write -> sendTogether(List.of(write)));
        }
    }

    private void sendTogether(List<Write> together) {
        String sql = together.stream().map(Write::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (Write write : together) {
                place = write.bind(statement, place);
            }
            statement.execute();
            for (Write write : together) {
                write.check(statement.getUpdateCount());
                statement.getMoreResults();
            }
        } catch (SQLException failed) {
            throw Faults.isDuplicate(failed) ? conflict(failed, together) : Faults.of(failed, whatOf(together));
        }
    }

    /** Which value was taken: the constraint that the message names first, before any value that it quotes. */
    private ConflictException conflict(SQLException failed, List<Write> together) {
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

    private static String whatOf(List<Write> together) {
        return together.stream().map(Write::what).distinct().collect(Collectors.joining(", "));
    }
}
