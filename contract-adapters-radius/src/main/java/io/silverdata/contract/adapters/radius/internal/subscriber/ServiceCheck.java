package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.internal.group.GroupCheck;
import io.silverdata.contract.adapters.radius.internal.group.GroupTable;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/** Checks, before anything is written, that the rows of a service would do what they are to do. */
final class ServiceCheck {
    // RFC 2865, section 5; 64 letters may take 256 octets in UTF-8
    private static final int MAX_OCTETS = 253;

    private final GroupCheck groups;
    private final HoldGroups holds;

    ServiceCheck(GroupCheck groups, HoldGroups holds) {
        this.groups = groups;
        this.holds = holds;
    }

    /** Why the service cannot be given to the login, if it cannot. */
    Optional<Refused> refusal(GroupTable table, SubscriberRows rows, AccessService service) throws SQLException {
        Optional<Refused> name = tooLong(service.user()).or(() -> otherSpelling(rows));
        if (name.isPresent()) {
            return name;
        }
        Optional<Refused> plan = groups.checkPlan(table, service.profile(), service.rates());
        if (plan.isPresent()) {
            return plan;
        }
        Optional<HoldGroup> hold = holds.of(service.enforcement());
        if (hold.isPresent()) {
            Optional<Refused> held = groups.checkHold(table, hold.get());
            if (held.isPresent()) {
                return held;
            }
        }
        return foreignGroupFirst(
                table, rows, hold.isPresent() ? SubscriberRows.HOLD_PRIORITY : SubscriberRows.PLAN_PRIORITY);
    }

    /** Why the database may take another login for this one, if it does. */
    static Optional<Refused> otherSpelling(SubscriberRows rows) {
        return rows.otherSpelling()
                .map(name -> refused(
                        "USER_SPELLED_OTHERWISE",
                        "radiusUser",
                        rows.user().value(),
                        "a name that this database can tell from " + name));
    }

    private static Optional<Refused> tooLong(RadiusUser user) {
        int octets = user.value().getBytes(StandardCharsets.UTF_8).length;
        return octets <= MAX_OCTETS
                ? Optional.empty()
                : Optional.of(refused("USER_TOO_LONG", "radiusUser", user.value(), "at most 253 octets in UTF-8"));
    }

    /** A group of others that FreeRADIUS takes before the one at this priority, and does not go on from. */
    private Optional<Refused> foreignGroupFirst(GroupTable table, SubscriberRows rows, int priority)
            throws SQLException {
        for (SubscriberRows.Membership foreign : rows.foreignBefore(priority)) {
            if (!groups.fallsThrough(table, foreign.group())) {
                return Optional.of(refused(
                        "FOREIGN_GROUP_FIRST",
                        "radusergroup",
                        foreign.group() + " at priority " + foreign.priority(),
                        "behind priority " + priority + ", or a group with Fall-Through"));
            }
        }
        return Optional.empty();
    }

    private static Refused refused(String code, String field, String value, String allowed) {
        return new Refused(code, new Rejection.InvalidValue(field, value, allowed).message());
    }
}
