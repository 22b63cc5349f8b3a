package io.silverdata.contract.spring.contracts;

import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.PlanCatalog;

/** The ports that the application must have, and those that it may have. */
record HostBeans(
        CustomerDirectory customers,
        PlanCatalog plans,
        AccessProvisioner radius,
        LineProvisioner olts,
        OptionalBeans optional) {

    void wire(ContractsBuilder builder) {
        builder.customers(customers).plans(plans).radius(radius).olts(olts);
        optional.wire(builder);
    }
}
