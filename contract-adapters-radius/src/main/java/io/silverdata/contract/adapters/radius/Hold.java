package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.profile.Rates;
import io.silverdata.contract.model.ProfileName;
import java.util.Objects;

/**
 * What a subscriber gets who is held back but not shut out: a group that stands before the group of the plan, which stays.
 *
 * @param group in FreeRADIUS' tables; must exist and have reply rows, as {@link PlanGroups} writes them
 * @param rates which the group gives
 */
public record Hold(ProfileName group, Rates rates) {

    public Hold {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(rates, "rates");
    }
}
