package io.silverdata.contract.adapters.olt.internal.connection;

import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;

/** The sessions of one order on an OLT. They share a deadline. */
@FunctionalInterface
public interface OltSessions {

    /** A session for one operation of the order. */
    OltSession of(Operation operation);
}
