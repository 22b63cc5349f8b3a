package io.silverdata.contract.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of this process runs further ahead of the storage's than is tolerated. Nothing was written: within a contract
 * recorded time never runs backwards, so what is recorded too late cannot be amended until that time has come. The operator of
 * the host sets its clock right.
 */
public final class ClockAheadException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** The clock shows {@code here} where the storage's shows {@code there}. */
    public ClockAheadException(Instant here, Instant there, Duration tolerance) {
        super("the clock of this process must be at most " + tolerance + " ahead of the storage's, which is at " + there
                + ", was " + here);
    }
}
