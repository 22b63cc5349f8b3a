package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.PlanSnapshot;
import java.util.List;

/** What the host sells, as lists show it. The library asks its catalogue for one plan at a time. */
@FunctionalInterface
public interface PlansOnSale {

    /** Every plan that is sold now, in the order of a list. */
    List<PlanSnapshot> all();
}
