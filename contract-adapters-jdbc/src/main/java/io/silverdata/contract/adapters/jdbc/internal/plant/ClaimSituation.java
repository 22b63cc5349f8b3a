package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.Query;

/**
 * An output with what a claim on it has to know.
 *
 * @param limit of the PON port
 * @param firstSeat of the splitter: from where on its outputs try
 * @param taken seats of the PON port whose claims count
 * @param stale seats of other outputs whose claims are over
 */
record ClaimSituation(
        SplitterOutput output,
        int splitterId,
        int ponPortId,
        int limit,
        int firstSeat,
        NavigableSet<Integer> taken,
        Set<Integer> stale) {

    /** One row for each seat of the PON port that is given, and one if there is none. */
    static final String QUESTION = "SELECT " + OutputRows.COLUMNS
            + ", o.splitter_id, o.pon_port_id, p.subscriber_limit,"
            + " s.first_seat, t.seat, t.claim_until, t.splitter_id, t.output_no FROM " + OutputRows.TABLES
            + " LEFT JOIN {output} t ON t.pon_port_id = o.pon_port_id AND t.seat IS NOT NULL"
            + " WHERE s.name = :splitter AND o.output_no = :output";

    /** The answer, if there is such an output. */
    static Optional<ClaimSituation> of(Query question, Dialect dialect, SplitterOutputId port, Instant now) {
        return question
                .bind("splitter", port.splitter().value())
                .bind("output", port.output())
                .map((row, context) -> read(dialect, row, now))
                .stream()
                .reduce(ClaimSituation::and);
    }

    private static ClaimSituation read(Dialect dialect, ResultSet row, Instant now) throws SQLException {
        ClaimSituation situation = new ClaimSituation(
                OutputRows.output(dialect, row),
                row.getInt(12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                new TreeSet<>(),
                new HashSet<>());
        int seat = row.getInt(16);
        if (!row.wasNull()) {
            long until = row.getLong(17);
            boolean counts = row.wasNull() || until > Micros.of(now);
            boolean own = row.getInt(18) == situation.splitterId()
                    && row.getInt(19) == situation.output().id().output();
            if (counts) {
                situation.taken().add(seat);
            } else if (!own) {
                situation.stale().add(seat);
            }
        }
        return situation;
    }

    /** More than the limit are there already: it was lowered, or a splitter was moved. */
    boolean isCrowded() {
        return !taken.isEmpty() && taken.last() > limit;
    }

    private ClaimSituation and(ClaimSituation other) {
        taken.addAll(other.taken);
        stale.addAll(other.stale);
        return this;
    }

    /** The output's own seat if it is vacant, so that neighbours do not meet; else the next one, and round. */
    OptionalInt vacant() {
        if (taken.size() >= limit) {
            return OptionalInt.empty();
        }
        int start = Math.floorMod(firstSeat + output.id().output() - 1, limit);
        for (int step = 0; step < limit; step++) {
            int candidate = 1 + (start + step) % limit;
            if (!taken.contains(candidate)) {
                return OptionalInt.of(candidate);
            }
        }
        return OptionalInt.empty();
    }
}
