package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.internal.decision.AccessDecision;
import io.silverdata.contract.adapters.radius.internal.decision.AuthorizeWalk;
import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.group.GroupCheck;
import io.silverdata.contract.adapters.radius.internal.group.GroupTable;
import io.silverdata.contract.adapters.radius.internal.group.HeldGroupPublisher;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks, before anything is written, that the rows of a service would do what they are to do. */
final class ServiceCheck {
    // RFC 2865, section 5; 64 letters may take 256 octets in UTF-8
    private static final int MAX_OCTETS = 253;

    private final GroupCheck groups;
    private final HeldGroupPublisher held;
    private final HoldGroups holds;
    private final LoginOwner owner;
    private final SettingsRows settings;

    ServiceCheck(
            GroupCheck groups, HeldGroupPublisher held, HoldGroups holds, LoginOwner owner, SettingsRows settings) {
        this.groups = groups;
        this.held = held;
        this.holds = holds;
        this.owner = owner;
        this.settings = settings;
    }

    /** Why the service cannot be given to the login, if it cannot. */
    Optional<Refused> refusal(GroupTable table, SubscriberRows rows, AccessService service) throws SQLException {
        Optional<Refused> login =
                tooLong(service.user()).or(() -> otherSpelling(rows)).or(() -> otherOwner(rows));
        if (login.isEmpty()) {
            login = notClean(rows, service);
        }
        return login.isPresent() ? login : groupRefusal(table, rows, service);
    }

    /** Why FreeRADIUS would not do with the rows what the service says, if it would not. */
    Optional<Refused> groupRefusal(GroupTable table, SubscriberRows rows, AccessService service) throws SQLException {
        Optional<Refused> plan = groups.checkPlan(table, service.profile(), service.rates());
        if (plan.isPresent()) {
            return plan;
        }
        Optional<HoldGroup> hold = holds.of(service.enforcement());
        if (hold.isPresent()) {
            Optional<Refused> refusal = groups.checkHold(table, hold.get());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        Optional<Refused> unreadable = settings.unreadable(SettingsRows.of(service.settings()));
        if (unreadable.isPresent()) {
            return unreadable;
        }
        LoginRows planned = planned(table, rows, service);
        return undecidable(planned)
                .or(() -> service.enforcement().allowsLogin()
                        ? notAsStated(planned, rows, service, expected(planned, service, hold))
                        : stillAccepted(planned));
    }

    /** What the Access-Accept will say, by the walk. */
    List<Row> reply(GroupTable table, SubscriberRows rows, AccessService service) throws SQLException {
        return AuthorizeWalk.decisions(planned(table, rows, service)).get(0).reply();
    }

    /** The rows of what the contract has beside its plan, as far as a hold leaves them. */
    List<Row> settings(GroupTable table, AccessService service) throws SQLException {
        Optional<HoldGroup> hold = holds.of(service.enforcement());
        return hold.isPresent() && !service.settings().isEmpty()
                ? SettingsRows.under(table.group(hold.get().group().value()), service.settings())
                : SettingsRows.of(service.settings());
    }

    /** What a session is told of these rows. */
    List<RadiusAttribute> told(List<Row> rows) {
        return settings.told(rows);
    }

    /** The group that the service is held by, if it is held back. */
    Optional<LoginRows.Group> heldGroup(GroupTable table, AccessService service) throws SQLException {
        Optional<HoldGroup> hold = holds.of(service.enforcement());
        return hold.isPresent() ? Optional.of(held.wanted(table, service.profile(), hold.get())) : Optional.empty();
    }

    /** Why a login succeeds with a password of others, without this library's rows; empty if it does not. */
    static Optional<Refused> stillLetIn(GroupTable table, SubscriberRows rows) throws SQLException {
        LoginRows left = new PlannedRows(rows).without(table);
        return undecidable(left).isPresent()
                        || AuthorizeWalk.decisions(left).stream().anyMatch(AccessDecision::accepted)
                ? Optional.of(refused(
                        "LOGIN_OF_OTHERS",
                        "login",
                        rows.user() + " with " + String.join(", ", rows.foreign()),
                        "a login without rows of others that let it in; they are not this library's, and stay"))
                : Optional.empty();
    }

    /** Why the login is another host's, if it is. */
    Optional<Refused> otherOwner(SubscriberRows rows) {
        return rows.mark()
                .filter(mark -> !isOurs(mark))
                .map(mark -> refused(
                        "LOGIN_OF_ANOTHER_OWNER",
                        "radiusUser",
                        rows.user().value(),
                        "a login that this host made, " + owner.name() + "; it is owned by " + mark.owner()));
    }

    /** A new password in place of a lost one would lock out who has the old one, and nobody would have told. */
    static Refused passwordLost(RadiusUser user) {
        return refused(
                "PASSWORD_LOST",
                "radiusUser",
                user.value(),
                "a login whose password is in radcheck, or known to the source of passwords; or rotate it");
    }

    /** Why a login is not one of this library's, if it is not. */
    static Optional<Refused> notManaged(SubscriberRows rows) {
        return rows.isPresent()
                ? Optional.empty()
                : Optional.of(
                        refused("LOGIN_NOT_OURS", "radiusUser", rows.user().value(), "a login that this library made"));
    }

    /** Why a login is not one of others: a host made it by this library. */
    static Optional<Refused> managed(SubscriberRows rows) {
        return rows.mark()
                .map(mark -> refused(
                        "LOGIN_NOT_FOREIGN",
                        "radiusUser",
                        rows.user().value(),
                        "a login that nobody made by this library; it is owned by " + mark.owner()));
    }

    /** Rows of an earlier release name no owner. The first host that writes them again becomes their owner. */
    private boolean isOurs(LoginMark mark) {
        return mark.owner().equals(owner.name()) || mark.contract().isEmpty();
    }

    /** A new holder gets nothing of what the last one had. */
    private Optional<Refused> notClean(SubscriberRows rows, AccessService service) {
        boolean newHolder =
                rows.mark().map(mark -> mark.isOfAnother(service.contract())).orElse(true);
        return !newHolder || owner.adoptsLogins() || rows.foreign().isEmpty()
                ? Optional.empty()
                : Optional.of(refused(
                        "LOGIN_NOT_CLEAN",
                        "login",
                        rows.user() + " with " + String.join(", ", rows.foreign()),
                        "a login without rows of others, which a new subscriber would get; remove them, or let the"
                                + " gateway adopt logins"));
    }

    private LoginRows planned(GroupTable table, SubscriberRows rows, AccessService service) throws SQLException {
        return new PlannedRows(rows)
                .with(service, heldGroup(table, service).stream().toList(), settings(table, service), table);
    }

    private static Optional<Refused> undecidable(LoginRows login) {
        return AuthorizeWalk.undecidable(login)
                .map(why -> refused("DECISION_UNKNOWN", "login", why, "rows whose decision can be foreseen"));
    }

    private static Optional<Refused> stillAccepted(LoginRows planned) {
        return AuthorizeWalk.decisions(planned).stream().anyMatch(AccessDecision::accepted)
                ? Optional.of(
                        refused("LOGIN_STILL_ACCEPTED", "login", "accepted", "a login that no row of others lets in"))
                : Optional.empty();
    }

    private static LoginRows.Group expected(LoginRows planned, AccessService service, Optional<HoldGroup> hold) {
        return planned.groups().stream()
                .filter(group -> hold.isPresent()
                        ? HoldGroups.isOf(hold.get(), group.name())
                        : group.name().equals(service.profile().value()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Refused> notAsStated(
            LoginRows planned, SubscriberRows rows, AccessService service, LoginRows.Group expected) {
        List<AccessDecision> accepted = AuthorizeWalk.decisions(planned).stream()
                .filter(AccessDecision::accepted)
                .toList();
        if (accepted.isEmpty()) {
            return Optional.of(refused(
                    "LOGIN_REJECTED",
                    "login",
                    "rejected by " + String.join(", ", rows.foreign()),
                    "a login that no row of others rejects; they are not this library's, and stay"));
        }
        List<Refused> refusals = new ArrayList<>();
        for (AccessDecision decision : accepted) {
            if (!decision.groups().contains(expected.name())) {
                refusals.add(passedOver(rows, service, expected));
            }
            groups.checkDecision(decision, expected, holds.rates(service)).ifPresent(refusals::add);
            if (holds.of(service.enforcement()).isEmpty()) {
                SettingsRows.notGiven(SettingsRows.of(service.settings()), decision.reply())
                        .ifPresent(refusals::add);
            }
        }
        return refusals.stream().findFirst();
    }

    private Refused passedOver(SubscriberRows rows, AccessService service, LoginRows.Group expected) {
        int priority = holds.of(service.enforcement()).isPresent()
                ? SubscriberRows.HOLD_PRIORITY
                : SubscriberRows.PLAN_PRIORITY;
        return rows.foreignBefore(priority).stream()
                .findFirst()
                .map(foreign -> refused(
                        "FOREIGN_GROUP_FIRST",
                        "radusergroup",
                        foreign.group() + " at priority " + foreign.priority(),
                        "behind priority " + priority + ", or a group with Fall-Through"))
                .orElseGet(() -> refused(
                        "GROUP_PASSED_OVER",
                        "group",
                        expected.name(),
                        "a group that FreeRADIUS reads; the login's own rows say Fall-Through = No"));
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

    private static Refused refused(String code, String field, String value, String allowed) {
        return new Refused(code, new Rejection.InvalidValue(field, value, allowed).message());
    }
}
