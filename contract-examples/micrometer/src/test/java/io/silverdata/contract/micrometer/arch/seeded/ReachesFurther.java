package io.silverdata.contract.micrometer.arch.seeded;

import io.silverdata.contract.internal.delivery.LeasingWorker;
import io.silverdata.contract.model.ContractId;
import org.assertj.core.api.AbstractAssert;

/** Knows what meters must not: what is internal, another library, and whose contract it is. */
final class ReachesFurther {
    Object[] reach(LeasingWorker worker, ContractId contract, AbstractAssert<?, ?> assertion) {
        return new Object[] {worker, contract, assertion};
    }
}
