package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.StorageException;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The groups of plans and holds in {@code radgroupreply}. Safe for use by any number of threads.
 *
 * <p>A group that was written by hand or by another tool serves as well: it only must exist, have reply rows, and not
 * contradict the plan's rates in the attributes of the profiles.
 */
public final class PlanGroups {
    private final RadiusDatabase database;
    private final GroupAttributes attributes;

    PlanGroups(RadiusDatabase database, GroupAttributes attributes) {
        this.database = database;
        this.attributes = attributes;
    }

    /**
     * Makes the group say this, in one transaction. Rows with attributes that are neither among these nor of a profile are
     * left alone. What is there already is not written again. Sessions that are open do not follow: that happens when the
     * contracts of the plan are delivered.
     *
     * @return the group's name, or what cannot be said: a rate that is out of range for a profile, a walled garden that a
     *     profile does not have, two values for one attribute. Nothing is written then
     * @throws StorageException when the database failed
     */
    public Either<Rejection.InvalidValue, ProfileName> publish(PlanGroup group) {
        return attributes.of(group).map(wanted -> {
            write(group.group(), wanted);
            return group.group();
        });
    }

    /**
     * The attributes of a group with operator and value, as {@code Mikrotik-Rate-Limit := 50M/100M}, in their order.
     *
     * @throws StorageException when the database failed
     */
    public List<String> read(ProfileName group) {
        return faultless(() -> database.reading(connection -> new SubscriberTables(connection)
                .groupReply(group.value()).stream()
                        .map(row -> row.attribute() + " " + row.op() + " " + row.value())
                        .toList()));
    }

    private void write(ProfileName group, List<RadiusAttribute> wanted) {
        Set<String> slots = attributes.ownSlots(wanted);
        faultless(() -> database.writing("group " + group, connection -> {
            reconcile(new SubscriberTables(connection), group, wanted, slots);
            return group;
        }));
    }

    private static void reconcile(
            SubscriberTables tables, ProfileName group, List<RadiusAttribute> wanted, Set<String> slots)
            throws SQLException {
        List<SubscriberTables.GroupItem> own = tables.groupReply(group.value()).stream()
                .filter(row -> slots.contains(GroupAttributes.slot(row.attribute(), row.value())))
                .toList();
        Function<RadiusAttribute, String> line = attribute ->
                attribute.name() + " " + GroupAttributes.operator(attribute, wanted) + " " + attribute.text();
        List<String> is = own.stream()
                .map(row -> row.attribute() + " " + row.op() + " " + row.value())
                .toList();
        if (is.equals(wanted.stream().map(line).toList())) {
            return;
        }
        for (SubscriberTables.GroupItem row : own) {
            tables.deleteGroupReply(row.id());
        }
        for (RadiusAttribute attribute : wanted) {
            tables.insertGroupReply(
                    group.value(), attribute.name(), GroupAttributes.operator(attribute, wanted), attribute.text());
        }
    }

    private static <T> T faultless(Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseFault fault) {
            throw new StorageException(fault.detail(), fault);
        }
    }
}
