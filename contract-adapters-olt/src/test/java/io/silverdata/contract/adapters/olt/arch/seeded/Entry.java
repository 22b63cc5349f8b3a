package io.silverdata.contract.adapters.olt.arch.seeded;

import io.silverdata.contract.adapters.olt.arch.seeded.internal.Room;

/** Exported; names a type of a room that is not, and makes a circle with it. */
public final class Entry {
    private final Room room;

    /** An instance. */
    public Entry(Room room) {
        this.room = room;
    }

    /** Names what is hidden. */
    public Room room() {
        return room;
    }
}
