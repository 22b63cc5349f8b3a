package io.silverdata.contract.memory;

import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.spi.PlanCatalog;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plans that were put on sale. Safe for use by any number of threads. */
public final class InMemoryPlans implements PlanCatalog {
    private final Map<PlanId, PlanSnapshot> plans = new ConcurrentHashMap<>();

    /** Sells no plan. */
    public InMemoryPlans() {}

    /** Sells a plan, in place of the one with the same identity if there is one. */
    public InMemoryPlans put(PlanSnapshot plan) {
        plans.put(plan.id(), plan);
        return this;
    }

    /** Sells a plan no longer. */
    public InMemoryPlans remove(PlanId plan) {
        plans.remove(plan);
        return this;
    }

    @Override
    public Optional<PlanSnapshot> find(PlanId plan) {
        return Optional.ofNullable(plans.get(plan));
    }
}
