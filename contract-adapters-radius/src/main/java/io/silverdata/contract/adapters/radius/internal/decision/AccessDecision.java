package io.silverdata.contract.adapters.radius.internal.decision;

import java.util.List;

/**
 * One decision that FreeRADIUS may come to.
 *
 * @param accepted whether whoever knows the password is let in
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
