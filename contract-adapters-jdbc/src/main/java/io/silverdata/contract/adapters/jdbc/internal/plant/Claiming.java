package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Faults;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.ConflictException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/**
 * One claim on one output. It looks without locking anything, and then changes the one row on condition that it is still
 * open. A claim that counts has a seat, a number of 1 to the subscriber limit that the database gives once for each PON
 * port: the limit is a constraint, and no row is shared by all buyers of a PON port.
 */
final class Claiming {
    // Each round that fails, another unit of work got the output or the seat: there are not so many of either.
    private static final int MAX_ROUNDS = 300;
    // one row for each seat of the PON port that is given, and one if there is none
    private static final String SITUATION = "SELECT " + OutputRows.COLUMNS
            + ", o.splitter_id, o.pon_port_id, p.subscriber_limit,"
            + " s.first_seat, t.seat, t.claim_until, t.splitter_id, t.output_no FROM " + OutputRows.TABLES
            + " LEFT JOIN {output} t ON t.pon_port_id = o.pon_port_id AND t.seat IS NOT NULL"
            + " WHERE s.name = :splitter AND o.output_no = :output";

    private final Session session;
    private final SplitterOutputId port;
    private final ContractId contract;
    private final PortClaim claim;
    private final Instant now;

    /**
     * An output with what a claim on it has to know.
     *
     * @param limit of the PON port
     * @param firstSeat of the splitter: from where on its outputs try
     * @param taken seats of the PON port whose claims count
     * @param stale seats of other outputs whose claims are over
     */
    private record Situation(
            SplitterOutput output,
            int splitterId,
            int ponPortId,
            int limit,
            int firstSeat,
            NavigableSet<Integer> taken,
            Set<Integer> stale) {

        /** More than the limit are there already: it was lowered, or a splitter was moved. */
        boolean isCrowded() {
            return !taken.isEmpty() && taken.last() > limit;
        }

        Situation and(Situation other) {
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

    Claiming(Session session, SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        this.session = session;
        this.port = port;
        this.contract = contract;
        this.claim = claim;
        this.now = now;
    }

    /** What came of it, after waiting for whoever is taking the output. */
    ClaimOutcome outcome() {
        return outcome(this::situation).orElse(ClaimOutcome.UNKNOWN_PORT);
    }

    /** What came of it; empty if somebody else is taking the output. */
    Optional<ClaimOutcome> outcomeUnlessBusy() {
        // PostgreSQL can lock the rows of one table in a query over several
        Optional<ClaimOutcome> outcome = session.dialect() == Dialect.POSTGRESQL
                ? outcome(() -> situation(session.lockingQuery(SITUATION + " FOR UPDATE OF o SKIP LOCKED")))
                : Optional.of(port).filter(this::isLocked).map(locked -> outcome());
        return outcome.isPresent() || situation().isPresent() ? outcome : Optional.of(ClaimOutcome.UNKNOWN_PORT);
    }

    /** Locks the output, unless somebody else has it locked or there is no such output. */
    private boolean isLocked(SplitterOutputId output) {
        return session.lockingQuery("SELECT output_no FROM {output} WHERE output_no = :output AND splitter_id ="
                        + " (SELECT splitter_id FROM {splitter} WHERE name = :splitter) FOR UPDATE SKIP LOCKED")
                .bind("splitter", output.splitter().value())
                .bind("output", output.output())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private Optional<ClaimOutcome> outcome(Supplier<Optional<Situation>> look) {
        if (changeOwn()) {
            return Optional.of(ClaimOutcome.CLAIMED);
        }
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            Optional<Situation> seen = look.get();
            Optional<ClaimOutcome> outcome = seen.flatMap(this::attempt);
            if (outcome.isPresent() || seen.isEmpty()) {
                return outcome;
            }
        }
        throw new ConflictException(
                ConflictException.Kind.SERIALIZATION, "the outputs next to " + port + " change all the time");
    }

    /** The usual case of a reservation that becomes a line, in one round trip. */
    private boolean changeOwn() {
        return update(
                                "o.holder = :contract AND o.seat IS NOT NULL AND (o.claim_until IS NULL OR o.claim_until > :now)"
                                        + " AND o.splitter_id = (SELECT splitter_id FROM {splitter} WHERE name = :splitter)",
                                "")
                        .bind("splitter", port.splitter().value())
                        .execute()
                > 0;
    }

    private Optional<ClaimOutcome> attempt(Situation seen) {
        Situation situation = seen.isCrowded() ? alone(seen) : seen;
        if (!situation.output().isOpenTo(contract, now)) {
            return Optional.of(ClaimOutcome.TAKEN);
        }
        OptionalInt seat = situation.vacant();
        if (seat.isEmpty()) {
            return Optional.of(ClaimOutcome.PON_PORT_FULL);
        }
        return take(situation, seat.getAsInt()) ? Optional.of(ClaimOutcome.CLAIMED) : Optional.empty();
    }

    /** Whether the output was still open, and the seat vacant. */
    private boolean take(Situation situation, int seat) {
        try {
            if (situation.stale().contains(seat)) {
                vacate(situation, seat);
            }
            boolean ownLive = situation.output().liveClaim(now).isPresent();
            return update(
                                    (ownLive ? "o.holder = :contract AND " + OutputRows.IS_LIVE : OutputRows.IS_FREE)
                                            + " AND o.splitter_id = :splitter",
                                    ", seat = :seat")
                            .bind("splitter", situation.splitterId())
                            .bind("seat", seat)
                            .execute()
                    > 0;
        } catch (UnableToExecuteStatementException failed) {
            // on PostgreSQL a failed statement ends the transaction
            if (session.dialect() != Dialect.POSTGRESQL
                    && failed.getCause() instanceof SQLException cause
                    && Faults.isDuplicate(cause)) {
                return false;
            }
            throw failed;
        }
    }

    /** A claim that is over keeps its seat until somebody needs it. */
    private void vacate(Situation situation, int seat) {
        session.update("UPDATE {output} SET seat = NULL WHERE pon_port_id = :ponPort AND seat = :seat"
                        + " AND claim_until <= :now")
                .bind("ponPort", situation.ponPortId())
                .bind("seat", seat)
                .bind("now", now)
                .execute();
    }

    /** Where seats above the limit are taken, vacant ones below do not mean that there is room: one buyer at a time counts. */
    private Situation alone(Situation crowded) {
        session.lockingQuery("SELECT pon_port_id FROM {pon_port} WHERE pon_port_id = :ponPort FOR UPDATE")
                .bind("ponPort", crowded.ponPortId())
                .mapTo(Integer.class)
                .one();
        return situation().orElse(crowded);
    }

    private Update update(String condition, String seat) {
        String until = claim.until().isPresent() ? ":until" : "NULL";
        Update update = session.update("UPDATE {output} o SET holder = :contract, claim_state = :state, claim_until = "
                        + until + ", rest_until = NULL" + seat + " WHERE o.output_no = :output AND " + condition)
                .bind("contract", contract)
                .bind("state", claim.state().name())
                .bind("output", port.output())
                .bind("now", now);
        claim.until().ifPresent(end -> update.bind("until", end));
        return update;
    }

    private Optional<Situation> situation() {
        return situation(session.query(SITUATION));
    }

    private Optional<Situation> situation(Query question) {
        return question
                .bind("splitter", port.splitter().value())
                .bind("output", port.output())
                .map((row, context) -> situation(row))
                .stream()
                .reduce(Situation::and);
    }

    private Situation situation(ResultSet row) throws SQLException {
        Situation situation = new Situation(
                OutputRows.output(session.dialect(), row),
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
            boolean own = row.getInt(18) == situation.splitterId() && row.getInt(19) == port.output();
            if (counts) {
                situation.taken().add(seat);
            } else if (!own) {
                situation.stale().add(seat);
            }
        }
        return situation;
    }
}
