package io.silverdata.contract.examples.year;

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
record Progress(String files, int orders, Instant time, boolean finished, Tally tally) {

    static Progress atTheBeginning(String files, Instant time) {
        return new Progress(files, 0, time, false, new Tally());
    }

    boolean hasBegun() {
        return orders > 0;
    }
}
