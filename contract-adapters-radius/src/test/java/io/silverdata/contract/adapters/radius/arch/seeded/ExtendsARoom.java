package io.silverdata.contract.adapters.radius.arch.seeded;

import io.silverdata.contract.adapters.radius.arch.seeded.internal.access.Open;

/** Inherits from a type that is not exported. */
public final class ExtendsARoom extends Open {
    /** Nothing to say. */
    public ExtendsARoom() {}
}
