package io.silverdata.contract.adapters.radius.internal.decision;

import java.util.List;

/**
 * One decision that FreeRADIUS may come to.
 *
 * @param accepted whether a login with the right password succeeds
 * @param reply the attributes of the Access-Accept, in their order
 * @param groups whose reply was taken, in their order
 */
public record AccessDecision(boolean accepted, List<Row> reply, List<String> groups) {

    public AccessDecision {
        reply = List.copyOf(reply);
        groups = List.copyOf(groups);
    }

    /** The module failed on a row that it cannot read: every login is rejected. */
    static AccessDecision failed() {
        return new AccessDecision(false, List.of(), List.of());
    }
}
