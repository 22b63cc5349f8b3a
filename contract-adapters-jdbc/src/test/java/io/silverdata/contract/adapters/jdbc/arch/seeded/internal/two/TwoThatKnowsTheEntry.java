package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.two;

import io.silverdata.contract.adapters.jdbc.arch.seeded.EntryThatKnowsTwo;

public final class TwoThatKnowsTheEntry {
    private final EntryThatKnowsTwo entry;

    public TwoThatKnowsTheEntry(EntryThatKnowsTwo entry) {
        this.entry = entry;
    }

    EntryThatKnowsTwo entry() {
        return entry;
    }
}
