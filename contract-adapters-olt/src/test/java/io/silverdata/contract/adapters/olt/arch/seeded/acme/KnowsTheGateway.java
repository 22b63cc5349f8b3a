package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import io.silverdata.contract.adapters.olt.OltGateway;

/** A driver that uses more than the SPI. */
final class KnowsTheGateway {
    private KnowsTheGateway() {}

    static OltGateway gateway() {
        return OltGateway.builder().build();
    }
}
