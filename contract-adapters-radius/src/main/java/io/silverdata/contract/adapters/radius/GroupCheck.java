package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.profile.Rates;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a group will do what is expected of it. FreeRADIUS lets a member of a group that is not there in without any limit,
 * so that no login is given to such a group.
 */
final class GroupCheck {
    private static final String FALL_THROUGH = "Fall-Through";
    private static final Set<String> YES = Set.of("yes", "1");

    private final GroupAttributes attributes;

    GroupCheck(GroupAttributes attributes) {
        this.attributes = attributes;
    }

    /** Why the group cannot be used, if it cannot. */
    Optional<Refused> check(SubscriberTables tables, ProfileName group, Rates rates, boolean holds)
            throws SQLException {
        Either<Rejection.InvalidValue, List<RadiusAttribute>> wanted = attributes.rates(rates);
        if (wanted.isLeft()) {
            return refused("RATE_OUT_OF_RANGE", wanted.getLeft());
        }
        List<SubscriberTables.GroupItem> rows = tables.groupReply(group.value());
        if (rows.stream().allMatch(GroupCheck::isFallThrough)) {
            return refused(
                    "GROUP_WITHOUT_REPLY",
                    new Rejection.InvalidValue(
                            "profile", group.value(), "a group with rows in radgroupreply, else there is no limit"));
        }
        if (holds && rows.stream().anyMatch(GroupCheck::fallsThrough)) {
            return refused(
                    "GROUP_FALLS_THROUGH",
                    new Rejection.InvalidValue(
                            "profile",
                            group.value(),
                            "a group without Fall-Through, else the plan's group counts too"));
        }
        return GroupAttributes.contradiction(rows, wanted.get())
                .flatMap(difference -> refused(
                        "GROUP_RATES_DIFFER",
                        new Rejection.InvalidValue("profile", group.value(), "a group of these rates: " + difference)));
    }

    /** Why the group at a priority would not be reached, if it would not: a row of others stands before it. */
    Optional<Refused> foreignFirst(SubscriberTables tables, SubscriberRows rows, int priority) throws SQLException {
        for (SubscriberRows.Membership foreign : rows.foreignBefore(priority)) {
            if (tables.groupReply(foreign.group()).stream().noneMatch(GroupCheck::fallsThrough)) {
                return refused(
                        "FOREIGN_GROUP_FIRST",
                        new Rejection.InvalidValue(
                                "radusergroup",
                                foreign.group() + " at priority " + foreign.priority(),
                                "behind priority " + priority + ", or a group with Fall-Through"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> refused(String code, Rejection.InvalidValue refusal) {
        return Optional.of(new Refused(code, refusal.message()));
    }

    private static boolean isFallThrough(SubscriberTables.GroupItem row) {
        return row.attribute().equalsIgnoreCase(FALL_THROUGH);
    }

    private static boolean fallsThrough(SubscriberTables.GroupItem row) {
        return isFallThrough(row) && YES.contains(row.value().toLowerCase(Locale.ROOT));
    }
}
