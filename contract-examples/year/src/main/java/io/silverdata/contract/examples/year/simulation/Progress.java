package io.silverdata.contract.examples.year.simulation;

import java.time.Instant;

/**
 * How far a year has come, as it is kept beside the contracts.
 *
 * @param files fingerprint of the two files that it runs on
 * @param orders how many were carried out
 * @param time of the simulated clock
 * @param finished whether there is nothing left to do
 * @param tally what was counted so far
 */
public record Progress(String files, int orders, Instant time, boolean finished, Tally tally) {

    public static Progress atTheBeginning(String files, Instant time) {
        return new Progress(files, 0, time, false, new Tally());
    }

    public boolean hasBegun() {
        return orders > 0;
    }
}
