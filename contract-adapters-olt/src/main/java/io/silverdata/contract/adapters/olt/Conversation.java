package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;

/** The sessions of one order, which end together. */
@FunctionalInterface
interface Conversation {

    /** A session for one of its operations. */
    OltSession during(Operation operation);
}
