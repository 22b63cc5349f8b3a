package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import java.util.function.BooleanSupplier;

/** A step that was done, whether or not the OLT said so. */
final class Settled {
    private Settled() {}

    /**
     * Does a step; where there was no answer, reads back whether it was done after all.
     *
     * @throws OltFault {@code OUTCOME_UNKNOWN} if it was not seen to be done: it may still be
     */
    static void settle(Runnable step, BooleanSupplier done) {
        try {
            step.run();
        } catch (OltFault fault) {
            if (fault.kind() != OltFault.Kind.OUTCOME_UNKNOWN || !isDone(done, fault)) {
                throw fault;
            }
        }
    }

    private static boolean isDone(BooleanSupplier done, OltFault unknown) {
        try {
            return done.getAsBoolean();
        } catch (OltFault unreadable) {
            unknown.addSuppressed(unreadable);
            return false;
        }
    }
}
