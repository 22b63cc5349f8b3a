package io.silverdata.contract.adapters.radius.arch.elsewhere;

/** In place of another adapter. */
public final class Elsewhere {
    private Elsewhere() {}

    /** Nothing. */
    public static void visit() {}
}
