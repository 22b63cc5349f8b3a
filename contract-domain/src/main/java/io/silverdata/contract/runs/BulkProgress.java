package io.silverdata.contract.runs;

import io.silverdata.contract.model.ContractId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The progress of a bulk command.
 *
 * @param state what to do next
 * @param selected how many contracts were selected when it began
 * @param accepted how many contracts accepted it in this run
 * @param repeated how many had accepted it in an earlier run of the same name
 * @param refused how many refused it
 * @param notSelected how many fitted the selection when they were read, and no more when their turn came
 * @param faulty how many were passed over with a {@link io.silverdata.contract.spi.ContractFault}
 * @param reached the last contract whose turn came; what a later run may begin after
 * @param resumeAt when to call again, if it has to wait
 */
public record BulkProgress(
        RunState state,
        long selected,
        long accepted,
        long repeated,
        long refused,
        long notSelected,
        long faulty,
        Optional<ContractId> reached,
        Optional<Instant> resumeAt) {

    public BulkProgress {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(resumeAt, "resumeAt");
    }

    /** How many contracts had their turn. */
    public long done() {
        return accepted + repeated + refused + notSelected + faulty;
    }
}
