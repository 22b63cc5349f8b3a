package io.silverdata.contract.adapters.radius.internal.group;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that a group limits its members as it should. FreeRADIUS lets a member of a group that does not exist in without any
 * limit, so that no login is made a member of such a group.
 */
public final class GroupCheck {
    private static final String FALL_THROUGH = "Fall-Through";
    private static final Set<String> YES = Set.of("yes", "1");

    private final GroupAttributes attributes;

    public GroupCheck(GroupAttributes attributes) {
        this.attributes = attributes;
    }

    /** Why the group of a plan cannot be used, if it cannot. */
    public Optional<Refused> checkPlan(GroupTable table, ProfileName group, Rates rates) throws SQLException {
        return check(table, group, rates, false);
    }

    /** Why the group of a hold cannot be used, if it cannot. */
    public Optional<Refused> checkHold(GroupTable table, HoldGroup hold) throws SQLException {
        return check(table, hold.group(), hold.rates(), true);
    }

    /** Whether FreeRADIUS goes on to the next group of a login after this one. */
    public boolean fallsThrough(GroupTable table, String group) throws SQLException {
        return table.rows(group).stream().anyMatch(GroupCheck::fallsThrough);
    }

    private Optional<Refused> check(GroupTable table, ProfileName group, Rates rates, boolean mustBeLast)
            throws SQLException {
        Either<Rejection.InvalidValue, List<RadiusAttribute>> wanted = attributes.rates(rates);
        if (wanted.isLeft()) {
            return refused("RATE_OUT_OF_RANGE", wanted.getLeft());
        }
        List<GroupTable.Row> rows = table.rows(group.value());
        if (rows.stream().allMatch(GroupCheck::isFallThrough)) {
            return refused(
                    "GROUP_WITHOUT_REPLY",
                    new Rejection.InvalidValue(
                            "profile", group.value(), "a group with rows in radgroupreply, else there is no limit"));
        }
        if (mustBeLast && rows.stream().anyMatch(GroupCheck::fallsThrough)) {
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

    private static Optional<Refused> refused(String code, Rejection.InvalidValue refusal) {
        return Optional.of(new Refused(code, refusal.message()));
    }

    private static boolean isFallThrough(GroupTable.Row row) {
        return row.attribute().equalsIgnoreCase(FALL_THROUGH);
    }

    private static boolean fallsThrough(GroupTable.Row row) {
        return isFallThrough(row) && YES.contains(row.value().toLowerCase(Locale.ROOT));
    }
}
