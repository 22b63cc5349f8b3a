package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import io.silverdata.contract.adapters.jdbc.seeded.AnotherAdapter;

/** Uses another adapter. */
public final class DriverThatKnowsAnotherAdapter {
    private DriverThatKnowsAnotherAdapter() {}

    static AnotherAdapter other() {
        return new AnotherAdapter();
    }
}
