package io.silverdata.contract.adapters.radius.group;

import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import java.util.Objects;

/**
 * The group of a subscriber who is suspended but may still log in. FreeRADIUS takes it before the group of the plan, which
 * stays.
 *
 * @param group in FreeRADIUS' tables; must exist and have reply rows, as {@link PlanGroups} writes them
 * @param rates which the group gives
 */
public record HoldGroup(ProfileName group, Rates rates) {

    public HoldGroup {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(rates, "rates");
    }
}
