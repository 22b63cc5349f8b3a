package io.silverdata.contract.adapters.radius.group;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import java.util.List;
import java.util.Objects;

/**
 * What the group of a plan, or of a {@link HoldGroup}, is to say to the NAS.
 *
 * @param group in FreeRADIUS' tables
 * @param rates which the profiles turn into attributes
 * @param captive whether the walled garden of each profile is added
 * @param others attributes besides, for example {@code Framed-Pool} or {@code Acct-Interim-Interval}
 */
public record PlanGroup(ProfileName group, Rates rates, boolean captive, List<RadiusAttribute> others) {

    public PlanGroup {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(rates, "rates");
        others = List.copyOf(others);
    }

    /** A group that gives rates. */
    public static PlanGroup of(ProfileName group, Rates rates) {
        return new PlanGroup(group, rates, false, List.of());
    }

    /** A group that gives rates within the walled garden. */
    public static PlanGroup captive(ProfileName group, Rates rates) {
        return new PlanGroup(group, rates, true, List.of());
    }

    /** The same with other attributes besides the rates. */
    public PlanGroup with(RadiusAttribute... attributes) {
        return new PlanGroup(group, rates, captive, List.of(attributes));
    }
}
