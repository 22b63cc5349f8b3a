package io.silverdata.contract.adapters.jdbc.verification;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;

/**
 * How much {@link JdbcStorage#verify} looked at.
 *
 * @param contracts rows that were compared with their events
 * @param events that were replayed
 * @param differences that were found
 */
public record Verification(long contracts, long events, long differences) {

    /** Whether everything agrees. */
    public boolean isClean() {
        return differences == 0;
    }
}
