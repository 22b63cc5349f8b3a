package io.silverdata.contract.spring.contracts;

import io.silverdata.contract.ContractsBuilder;

/** Ports and policies that the application may have as beans. */
@FunctionalInterface
interface OptionalBeans {
    void wire(ContractsBuilder builder);
}
