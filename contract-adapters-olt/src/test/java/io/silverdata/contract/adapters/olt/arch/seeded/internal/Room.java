package io.silverdata.contract.adapters.olt.arch.seeded.internal;

import io.silverdata.contract.adapters.olt.arch.seeded.Entry;
import org.jspecify.annotations.Nullable;

/** A room that knows the entry, which knows it. */
public final class Room {
    private @Nullable Entry entry;

    /** An instance. */
    public Room() {}

    @Nullable
    Entry entry() {
        return entry;
    }
}
