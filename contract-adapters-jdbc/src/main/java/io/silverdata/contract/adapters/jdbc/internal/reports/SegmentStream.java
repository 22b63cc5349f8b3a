package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.CommittedReads;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.Segment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Reads the segments of some days row by row, in one statement, which sees one moment. */
public final class SegmentStream {
    private static final int FETCH = 10_000;
    private static final String SQL = "SELECT " + SegmentReader.COLUMNS
            + " FROM {segment} WHERE to_day > ? AND from_day < ? ORDER BY contract_id, from_day, add_on";

    private final CommittedReads reads;
    private final Dialect dialect;
    private final TableNames names;

    /** Of the tables of these names. */
    public SegmentStream(CommittedReads reads, Dialect dialect, TableNames names) {
        this.reads = reads;
        this.dialect = dialect;
        this.names = names;
    }

    /** Passes each segment on. */
    public void read(DayRange days, Consumer<Segment> reader) {
        reads.read(Connection.TRANSACTION_NONE, "reading the segments of " + days, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(names.sql(SQL))) {
                statement.setInt(1, Days.of(days.from()));
                statement.setInt(2, Days.of(days.to()));
                statement.setFetchSize(FETCH);
                return pass(statement, SegmentReader.within(dialect, days), reader);
            }
        });
    }

    private static boolean pass(PreparedStatement statement, SegmentReader segments, Consumer<Segment> reader)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.accept(segments.read(rows));
            }
            return true;
        }
    }
}
