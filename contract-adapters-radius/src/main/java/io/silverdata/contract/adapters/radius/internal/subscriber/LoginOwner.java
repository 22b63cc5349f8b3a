package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.Checks;

/**
 * Which logins are this host's.
 *
 * @param name by which its logins are marked: 1 to 32 of a-z, 0-9 and -
 * @param adoptsLogins whether rows that others wrote for a login become this host's, with all that they give
 */
public record LoginOwner(String name, boolean adoptsLogins) {
    /** Of a host that gives no name, and of the logins that earlier releases wrote. */
    public static final String DEFAULT_NAME = "contract";

    public LoginOwner {
        Checks.that(name.matches("[a-z0-9-]{1,32}"), "owner", name, "1 to 32 of a-z, 0-9 and -");
    }
}
