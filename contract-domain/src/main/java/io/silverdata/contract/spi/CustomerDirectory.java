package io.silverdata.contract.spi;

import io.silverdata.contract.model.CustomerId;

/** What the host knows about its customers. */
@FunctionalInterface
public interface CustomerDirectory {

    /** Whether the host knows a customer who may hold a contract under this key. */
    boolean isKnown(CustomerId customer);
}
