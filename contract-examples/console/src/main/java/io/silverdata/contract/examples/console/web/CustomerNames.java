package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.CustomerId;
import java.util.List;

/** The names of customers, which the host keeps, not the library. */
public interface CustomerNames {

    /** What people call a customer; the identity, where there is no name. */
    String name(CustomerId customer);

    /**
     * Customers whose name contains a text, whatever the case and accents.
     *
     * @param max at most this many
     */
    List<CustomerId> find(String text, int max);
}
