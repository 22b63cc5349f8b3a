package io.silverdata.contract.query;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.Status;
import java.util.Map;

/**
 * How many contracts fit a query, and how they are divided (facets).
 *
 * @param total all of them
 * @param byStatus those of each status that occurs
 * @param byPlan those of each plan that occurs
 * @param byOlt those with a line on each OLT; contracts without a line are in none
 */
public record ContractCounts(long total, Map<Status, Long> byStatus, Map<PlanId, Long> byPlan, Map<OltId, Long> byOlt) {

    public ContractCounts {
        byStatus = Map.copyOf(byStatus);
        byPlan = Map.copyOf(byPlan);
        byOlt = Map.copyOf(byOlt);
    }
}
