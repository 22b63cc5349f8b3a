package io.silverdata.contract.json.arch.seeded.two;

import io.silverdata.contract.json.arch.seeded.one.KnowsTwo;

public final class KnowsOne {
    KnowsTwo other(KnowsTwo other) {
        return other;
    }
}
