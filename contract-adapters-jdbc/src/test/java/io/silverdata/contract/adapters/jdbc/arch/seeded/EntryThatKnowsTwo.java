package io.silverdata.contract.adapters.jdbc.arch.seeded;

import io.silverdata.contract.adapters.jdbc.arch.seeded.internal.two.TwoThatKnowsTheEntry;

public final class EntryThatKnowsTwo {
    public TwoThatKnowsTheEntry two() {
        return new TwoThatKnowsTheEntry(this);
    }
}
