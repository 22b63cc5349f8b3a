package io.silverdata.contract.adapters.radius.arch.seeded;

import io.silverdata.contract.adapters.radius.arch.elsewhere.Elsewhere;

final class KnowsAnotherAdapter {
    private KnowsAnotherAdapter() {}

    static void go() {
        Elsewhere.visit();
    }
}
