package io.silverdata.contract.spring.arch.seeded.two;

import io.silverdata.contract.spring.arch.seeded.one.KnowsTwo;

public final class KnowsOne {
    public KnowsTwo other(KnowsTwo other) {
        return other;
    }
}
