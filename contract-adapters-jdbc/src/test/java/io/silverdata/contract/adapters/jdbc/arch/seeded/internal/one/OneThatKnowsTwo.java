package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.one;

import io.silverdata.contract.adapters.jdbc.arch.seeded.internal.two.TwoThatKnowsOne;

public final class OneThatKnowsTwo {
    public boolean knows(TwoThatKnowsOne two) {
        return two.isThere();
    }
}
