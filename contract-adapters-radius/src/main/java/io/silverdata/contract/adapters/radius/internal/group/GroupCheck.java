package io.silverdata.contract.adapters.radius.internal.group;

import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.internal.decision.AccessDecision;
import io.silverdata.contract.adapters.radius.internal.decision.AuthorizeWalk;
import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Checks that FreeRADIUS limits the members of a group as it should, by its decision about a login that has nothing but this
 * group. It lets a member of a group that does not exist in without any limit, so that no login is made a member of such a
 * group.
 */
public final class GroupCheck {
    private static final String FALL_THROUGH = "Fall-Through";
    private static final Row PASSWORD = new Row("Cleartext-Password", ":=", "any");

    private final GroupAttributes attributes;

    public GroupCheck(GroupAttributes attributes) {
        this.attributes = attributes;
    }

    /** Why the group of a plan cannot be used, if it cannot. */
    public Optional<Refused> checkPlan(GroupTable table, ProfileName group, Rates rates) throws SQLException {
        return check(table.group(group.value()), rates, false);
    }

    /** Why the group of a hold cannot be used, if it cannot. */
    public Optional<Refused> checkHold(GroupTable table, HoldGroup hold) throws SQLException {
        return check(table.group(hold.group().value()), hold.rates(), true);
    }

    /** Why a decision about a whole login does not give these rates, if it does not. */
    public Optional<Refused> checkDecision(AccessDecision decision, LoginRows.Group group, Rates rates) {
        return GroupAttributes.contradiction(group, decision.reply(), rateRows(rates))
                .flatMap(difference -> refused(
                        "RATES_DIFFER",
                        new Rejection.InvalidValue(
                                "login", "with group " + group.name(), "a login of these rates: " + difference)));
    }

    private List<Row> rateRows(Rates rates) {
        return attributes.rateRows(rates).getOrElse(List.<Row>of());
    }

    private Optional<Refused> check(LoginRows.Group group, Rates rates, boolean mustBeLast) {
        Either<Rejection.InvalidValue, List<Row>> wanted = attributes.rateRows(rates);
        if (wanted.isLeft()) {
            return refused("RATE_OUT_OF_RANGE", wanted.getLeft());
        }
        if (group.reply().stream().allMatch(row -> row.is(FALL_THROUGH))) {
            return refused(
                    "GROUP_WITHOUT_REPLY",
                    profile(group, "a group with rows in radgroupreply, else there is no limit"));
        }
        if (mustBeLast && AuthorizeWalk.fallsThrough(group.reply())) {
            return refused(
                    "GROUP_FALLS_THROUGH",
                    profile(group, "a group without Fall-Through, else the plan's group counts too"));
        }
        for (AccessDecision decision :
                AuthorizeWalk.decisions(new LoginRows(List.of(PASSWORD), List.of(), List.of(group)))) {
            Optional<Refused> refusal = check(decision, group, wanted.get());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> check(AccessDecision decision, LoginRows.Group group, List<Row> wanted) {
        if (!decision.accepted()) {
            return refused(
                    "GROUP_REJECTS",
                    profile(group, "a group that lets its members in, without Auth-Type and rows that cannot be read"));
        }
        if (decision.groups().isEmpty()) {
            return refused(
                    "GROUP_IS_CONDITIONAL",
                    profile(
                            group,
                            "a group without rows in radgroupcheck that compare, else there is no limit when"
                                    + " they do not hold"));
        }
        return GroupAttributes.contradiction(group, decision.reply(), wanted)
                .flatMap(difference ->
                        refused("GROUP_RATES_DIFFER", profile(group, "a group of these rates: " + difference)));
    }

    private static Rejection.InvalidValue profile(LoginRows.Group group, String allowed) {
        return new Rejection.InvalidValue("profile", group.name(), allowed);
    }

    private static Optional<Refused> refused(String code, Rejection.InvalidValue refusal) {
        return Optional.of(new Refused(code, refusal.message()));
    }
}
