package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Faults;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.ConflictException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
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

    private final Session session;
    private final SplitterOutputId port;
    private final ContractId contract;
    private final PortClaim claim;
    private final Instant now;

    Claiming(Session session, SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        this.session = session;
        this.port = port;
        this.contract = contract;
        this.claim = claim;
        this.now = now;
    }

    /** The result, after waiting for another unit of work that is taking the output. */
    ClaimOutcome outcome() {
        return outcome(this::situation).orElse(ClaimOutcome.UNKNOWN_PORT);
    }

    /** What came of it; empty if somebody else is taking the output. */
    Optional<ClaimOutcome> outcomeUnlessBusy() {
        // PostgreSQL can lock the rows of one table in a query over several
        Optional<ClaimOutcome> outcome = session.dialect() == Dialect.POSTGRESQL
                ? outcome(
                        () -> situation(session.lockingQuery(ClaimSituation.QUESTION + " FOR UPDATE OF o SKIP LOCKED")))
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

    private Optional<ClaimOutcome> outcome(Supplier<Optional<ClaimSituation>> look) {
        if (changeOwn()) {
            return Optional.of(ClaimOutcome.CLAIMED);
        }
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            Optional<ClaimSituation> seen = look.get();
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

    private Optional<ClaimOutcome> attempt(ClaimSituation seen) {
        ClaimSituation situation = seen.isCrowded() ? alone(seen) : seen;
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
    private boolean take(ClaimSituation situation, int seat) {
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
    private void vacate(ClaimSituation situation, int seat) {
        session.update("UPDATE {output} SET seat = NULL WHERE pon_port_id = :ponPort AND seat = :seat"
                        + " AND claim_until <= :now")
                .bind("ponPort", situation.ponPortId())
                .bind("seat", seat)
                .bind("now", now)
                .execute();
    }

    /** Where seats above the limit are taken, vacant ones below do not mean that there is room: one buyer at a time counts. */
    private ClaimSituation alone(ClaimSituation crowded) {
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

    private Optional<ClaimSituation> situation() {
        return situation(session.query(ClaimSituation.QUESTION));
    }

    private Optional<ClaimSituation> situation(Query question) {
        return ClaimSituation.of(question, session.dialect(), port, now);
    }
}
