package io.silverdata.contract.json.arch.seeded.one;

import io.silverdata.contract.json.arch.seeded.two.KnowsOne;

public final class KnowsTwo {
    KnowsOne other(KnowsOne other) {
        return other;
    }
}
