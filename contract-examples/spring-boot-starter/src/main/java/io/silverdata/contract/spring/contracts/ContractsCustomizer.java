package io.silverdata.contract.spring.contracts;

import io.silverdata.contract.ContractsBuilder;

/**
 * Sets what no bean and no property sets, such as a policy of feasibility. Beans of this type are called in their order, before {@code
 * build()}. A slot takes one value: what the starter has set cannot be set again.
 */
@FunctionalInterface
public interface ContractsCustomizer {

    /** Sets slots of the builder. */
    void customize(ContractsBuilder builder);
}
