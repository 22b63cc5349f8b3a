package io.silverdata.contract.memory;

import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.spi.CustomerDirectory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Customers that were added. Safe for use by any number of threads. */
public final class InMemoryCustomers implements CustomerDirectory {
    private final Set<CustomerId> customers = ConcurrentHashMap.newKeySet();

    /** Knows no customer. */
    public InMemoryCustomers() {}

    /** Makes a customer known. */
    public InMemoryCustomers add(CustomerId customer) {
        customers.add(customer);
        return this;
    }

    /** Makes a customer unknown. */
    public InMemoryCustomers remove(CustomerId customer) {
        customers.remove(customer);
        return this;
    }

    @Override
    public boolean isKnown(CustomerId customer) {
        return customers.contains(customer);
    }
}
