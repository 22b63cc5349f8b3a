package io.silverdata.contract.adapters.radius.group;

import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.StorageException;
import io.vavr.control.Either;
import java.util.List;

/**
 * The groups of plans and holds in {@code radgroupreply}. Safe for use by any number of threads.
 *
 * <p>A group that was written by hand or by another tool serves as well: it only must exist, have reply rows, and not
 * contradict the plan's rates in the attributes of the profiles.
 */
public interface PlanGroups {

    /**
     * Makes the group say this, in one transaction. Rows with attributes that are neither among these nor of a profile are
     * not touched. What is there already is not written again. Open sessions are not changed: that happens when the contracts
     * of the plan are delivered.
     *
     * @return the group's name, or what cannot be said: a rate that is out of range for a profile, a walled garden that a
     *     profile does not have, two values for one attribute. Nothing is written then
     * @throws StorageException when the database failed
     */
    Either<Rejection.InvalidValue, ProfileName> publish(PlanGroup group);

    /**
     * The attributes of a group with operator and value, as {@code Mikrotik-Rate-Limit := 50M/100M}, in their order.
     *
     * @throws StorageException when the database failed
     */
    List<String> read(ProfileName group);
}
