package io.silverdata.contract.adapters.radius.arch.seeded.internal.access;

/** Can be extended, as nothing that is public may. */
public class Open {
    /** Nothing to say. */
    public Open() {}
}
