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
 * Changes that wait for the end of the unit of work, to be sent in as few messages as the database allows: what a command
 * costs is the number of times it waits for an answer.
 */
final class Pending {
    private static final int MAX_STATEMENTS = 50;

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

    /** Sends everything, in the order in which it was added within each table. */
    void send() {
        List<Bundle> bundles = Bundle.of(writes);
        writes.clear();
        int max = dialect.takesStatementsTogether() ? MAX_STATEMENTS : 1;
        for (int first = 0; first < bundles.size(); first += max) {
            sendTogether(bundles.subList(first, Math.min(first + max, bundles.size())));
        }
    }

    private void sendTogether(List<Bundle> together) {
        String sql = together.stream().map(Bundle::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (Bundle bundle : together) {
                place = bundle.bind(statement, place);
            }
            statement.execute();
            for (Bundle bundle : together) {
                bundle.check(statement.getUpdateCount());
                statement.getMoreResults();
            }
        } catch (SQLException failed) {
            List<Write> all = together.stream()
                    .flatMap(bundle -> bundle.writes().stream())
                    .toList();
            throw Faults.isDuplicate(failed) ? conflict(failed, all) : Faults.of(failed, whatOf(all));
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
        String first = together.get(0).what();
        long more = together.stream().map(Write::what).distinct().count() - 1;
        return more == 0 ? first : first + " and " + more + " more";
    }
}
