package io.silverdata.contract.adapters.jdbc.arch.seeded;

import io.silverdata.contract.adapters.jdbc.arch.seeded.internal.idle.CleanRoom;

public final class CleanEntry {
    public int answer() {
        return new CleanRoom().answer();
    }
}
