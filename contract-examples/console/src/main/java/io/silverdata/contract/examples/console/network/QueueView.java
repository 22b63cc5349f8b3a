package io.silverdata.contract.examples.console.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of the work queue.
 *
 * @param state which rows; empty for all
 * @param rows in the order of the contracts
 * @param next the contract behind which the next page begins, if there is one
 */
public record QueueView(String state, List<Row> rows, Optional<String> next) {

    /** A contract that the network has to be told about. */
    public record Row(
            String contract,
            String number,
            List<Target> targets,
            Optional<String> worker,
            boolean parked,
            boolean waits) {}

    /**
     * A side of the network.
     *
     * @param target which
     * @param state {@code DONE}, {@code DUE}, {@code WAITING}, {@code HELD} or {@code PARKED}
     * @param attempts so far
     * @param nextTry when it is tried, if it waits
     * @param problem of the last attempt
     */
    public record Target(
            String target, String state, int attempts, Optional<Instant> nextTry, Optional<String> problem) {}
}
