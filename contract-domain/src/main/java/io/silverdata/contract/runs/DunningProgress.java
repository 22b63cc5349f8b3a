package io.silverdata.contract.runs;

import io.silverdata.contract.model.ContractId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a dunning run has come.
 *
 * @param state what to do next; STOPPED if every contract had its turn and steps were withheld
 * @param count what was done; in a dry run, what would be
 * @param withheld how many steps were not taken because of the limits; they are not in {@code count}, except in {@link
 *     DunningCount#looked}
 * @param reached the last contract whose turn came
 * @param resumeAt when to call again, if it has to wait
 */
public record DunningProgress(
        RunState state, DunningCount count, long withheld, Optional<ContractId> reached, Optional<Instant> resumeAt) {

    public DunningProgress {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(count, "count");
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(resumeAt, "resumeAt");
    }
}
