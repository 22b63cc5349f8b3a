package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.two;

import io.silverdata.contract.adapters.jdbc.arch.seeded.internal.one.OneThatKnowsTwo;

public final class TwoThatKnowsOne {
    public boolean isThere() {
        return new OneThatKnowsTwo().knows(this);
    }

    public void methodForNobody() {}
}
