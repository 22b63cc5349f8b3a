package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import io.silverdata.contract.internal.command.RandomIds;

/** Uses what the domain does not export. */
final class KnowsDomainInternals {
    private KnowsDomainInternals() {}

    static String name() {
        return RandomIds.class.getName();
    }
}
