package io.silverdata.contract.spi;

import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import java.util.Optional;

/** The plans that the host sells. */
@FunctionalInterface
public interface PlanCatalog {

    /** The plan as it is sold now; empty if it is not sold. */
    Optional<PlanSnapshot> find(PlanId plan);
}
