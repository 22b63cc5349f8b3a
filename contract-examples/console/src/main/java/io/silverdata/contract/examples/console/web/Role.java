package io.silverdata.contract.examples.console.web;

/** What a person may do; each may do what those before it may. */
public enum Role {
    /** Looks at everything, and changes nothing. */
    LOOK,
    /** Sells and installs. */
    SELL,
    /** Gives commands on contracts and network. */
    OPERATE,
    /** Runs debt and bulk commands, erases, removes what no contract knows. */
    ADMIN;

    /** Whether this role includes another. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
