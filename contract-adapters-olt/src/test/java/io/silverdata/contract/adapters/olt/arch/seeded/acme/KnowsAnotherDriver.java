package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import io.silverdata.contract.adapters.olt.arch.seeded.other.OtherDriver;

/** Uses the classes of another make's driver. */
final class KnowsAnotherDriver {
    private KnowsAnotherDriver() {}

    static OtherDriver other() {
        return new OtherDriver();
    }
}
