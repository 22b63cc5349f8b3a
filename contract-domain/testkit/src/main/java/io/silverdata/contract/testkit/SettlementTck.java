package io.silverdata.contract.testkit;

import io.silverdata.contract.spi.Storage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What {@code Contracts} decides on a storage does not depend on when its scheduler runs. Extend it, and give an empty storage.
 */
public abstract class SettlementTck {
    private static final int COMMANDS = 30;

    /** For the test of an adapter. */
    protected SettlementTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /** How many lives are lived: 40 by default. */
    protected int lives() {
        return 40;
    }

    @Test
    void the_outcome_does_not_depend_on_when_the_scheduler_runs() {
        LateSettlement law = new LateSettlement(storage());
        for (int seed = 1; seed <= lives(); seed++) {
            law.live(new Random(seed), COMMANDS);
        }
    }
}
