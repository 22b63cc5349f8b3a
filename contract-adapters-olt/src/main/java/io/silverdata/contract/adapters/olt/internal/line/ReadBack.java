package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import java.util.function.BooleanSupplier;

/** Reads back what a set without an answer did: it is never repeated. */
final class ReadBack {
    private ReadBack() {}

    /**
     * Writes; where there was no answer, reads back whether it was carried out.
     *
     * @throws OltFault {@code OUTCOME_UNKNOWN} if it is not seen to be carried out: it may still be
     */
    static void ifUnanswered(Runnable write, BooleanSupplier carriedOut) {
        try {
            write.run();
        } catch (OltFault fault) {
            if (fault.kind() != OltFault.Kind.OUTCOME_UNKNOWN || !isSeen(carriedOut, fault)) {
                throw fault;
            }
        }
    }

    private static boolean isSeen(BooleanSupplier carriedOut, OltFault unanswered) {
        try {
            return carriedOut.getAsBoolean();
        } catch (OltFault unreadable) {
            unanswered.addSuppressed(unreadable);
            return false;
        }
    }
}
