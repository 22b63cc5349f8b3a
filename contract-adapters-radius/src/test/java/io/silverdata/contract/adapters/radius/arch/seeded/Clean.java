package io.silverdata.contract.adapters.radius.arch.seeded;

/** Breaks nothing. */
public final class Clean {
    /** Nothing to say. */
    public Clean() {}
}
