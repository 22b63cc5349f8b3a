package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import io.silverdata.contract.adapters.another.AnotherAdapter;

/** Uses another adapter. */
final class KnowsAnotherAdapter {
    private KnowsAnotherAdapter() {}

    static AnotherAdapter other() {
        return new AnotherAdapter();
    }
}
