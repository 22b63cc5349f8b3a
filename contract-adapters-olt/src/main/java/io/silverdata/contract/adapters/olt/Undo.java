package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What was done so far within an order, and how to take each step back, the last one first. */
final class Undo {
    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String what, Consumer<Conversation> back) {}

    void add(String what, Consumer<Conversation> back) {
        steps.push(new Step(what, back));
    }

    /**
     * Takes every step back.
     *
     * @return the fault if all were taken back; a fault {@code PARTIAL} if one could not be
     */
    OltFault after(OltFault fault, Conversation conversation) {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.back().accept(conversation);
            } catch (OltFault failure) {
                OltFault partial = new OltFault(
                        OltFault.Kind.PARTIAL,
                        fault.olt(),
                        fault.operation(),
                        fault.object(),
                        fault.deviceError() + "; and could not take back: " + step.what() + ": "
                                + failure.getMessage());
                partial.addSuppressed(fault);
                partial.addSuppressed(failure);
                return partial;
            }
        }
        return fault;
    }
}
