package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.VarBind;
import java.util.List;

/**
 * A set that arrived at a simulated OLT, or was lost on the way there.
 *
 * @param objects in the order in which they were sent
 * @param answer the error status that it was answered with; {@link #NONE} if it was not
 */
record ArrivedSet(List<VarBind> objects, int answer) {
    static final int NONE = -1;

    /** Whether the gateway may send it again: another manager was quicker, says the device, and nothing changed. */
    boolean isConflict() {
        return answer == SnmpRefusal.Status.INCONSISTENT_VALUE.code()
                || answer == SnmpRefusal.Status.INCONSISTENT_NAME.code();
    }

    /** Whether this undoes another, wholly or in part: it gives one of the same objects another value. */
    boolean undoes(ArrivedSet other) {
        return objects.stream()
                .anyMatch(mine -> other.objects.stream()
                        .anyMatch(its ->
                                its.oid().equals(mine.oid()) && !its.value().equals(mine.value())));
    }
}
