package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The steps that an order has done so far, each with what undoes it; undone last first. */
final class Rollback {
    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String name, Consumer<OltSessions> undo) {}

    void add(String name, Consumer<OltSessions> undo) {
        steps.push(new Step(name, undo));
    }

    /**
     * Undoes every step.
     *
     * @return the fault if all are undone; a fault {@code PARTIAL} if one could not be
     */
    OltFault after(OltFault fault, OltSessions sessions) {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.undo().accept(sessions);
            } catch (OltFault failure) {
                OltFault partial = new OltFault(
                        OltFault.Kind.PARTIAL,
                        fault.olt(),
                        fault.operation(),
                        fault.object(),
                        fault.deviceError() + "; and could not roll back: " + step.name() + ": "
                                + failure.getMessage());
                partial.addSuppressed(fault);
                partial.addSuppressed(failure);
                return partial;
            }
        }
        return fault;
    }
}
