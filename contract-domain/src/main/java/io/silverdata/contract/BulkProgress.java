package io.silverdata.contract;

import io.silverdata.contract.model.ContractId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a bulk command has come.
 *
 * @param state what is to be done next
 * @param selected how many contracts were selected when it began
 * @param accepted on how many it was carried out by this run
 * @param repeated on how many an earlier run of the same name had done so
 * @param refused on how many it was refused
 * @param reached the last contract whose turn came; what a later run may begin after
 * @param resumeAt when it may go on, if it has to wait
 */
public record BulkProgress(
        State state,
        long selected,
        long accepted,
        long repeated,
        long refused,
        Optional<ContractId> reached,
        Optional<Instant> resumeAt) {

    /** What is to be done next. */
    public enum State {
        /** There is more: call again. */
        MORE,
        /** There is more, but not before {@link #resumeAt}: the pace, or the work queue, is at its limit. */
        WAITING,
        /** Every contract had its turn. */
        FINISHED,
        /** More contracts came to fit the selection than the limits allow. What was done stays; what is left was not touched. */
        STOPPED
    }

    public BulkProgress {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(resumeAt, "goOnAt");
    }

    /** How many contracts had their turn. */
    public long done() {
        return accepted + repeated + refused;
    }
}
