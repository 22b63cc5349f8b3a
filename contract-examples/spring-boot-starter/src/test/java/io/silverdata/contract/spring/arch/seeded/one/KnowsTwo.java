package io.silverdata.contract.spring.arch.seeded.one;

import io.silverdata.contract.spring.arch.seeded.two.KnowsOne;

public final class KnowsTwo {
    public KnowsOne other(KnowsOne other) {
        return other;
    }
}
