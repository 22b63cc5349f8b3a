package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.model.RadiusUser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of one login in {@code radcheck}, {@code radreply} and {@code radusergroup}, and which of them are this library's.
 *
 * <p>Own are: of {@code radcheck} every password and Auth-Type, because whoever removes or rejects a login must be sure of
 * both; of {@code radreply} the {@link ClassTag}; of {@code radusergroup} the two priorities.
 */
public record SubscriberRows(RadiusUser user, List<Item> check, List<Item> reply, List<Membership> memberships) {
    static final String AUTH_TYPE = "Auth-Type";
    static final int PLAN_PRIORITY = 1;
    static final int HOLD_PRIORITY = -1;

    // FreeRADIUS takes a password only where it is set or added; the column's own default, "==", makes it fail
    private static final Set<String> WORKING_OPERATORS = Set.of(Operators.SET, Operators.ADD);
    // compared with the request instead of being taken as what is known
    private static final String LEGACY_PASSWORD = "user-password";

    /** A row of {@code radcheck} or {@code radreply}. */
    record Item(long id, String userName, String attribute, String op, String value) {
        boolean is(String name) {
            return attribute.equalsIgnoreCase(name);
        }

        boolean isCredential() {
            String name = attribute.toLowerCase(Locale.ROOT);
            return name.endsWith("-password") || name.equals("password-with-header");
        }

        boolean isWorkingCredential() {
            return isCredential() && WORKING_OPERATORS.contains(op) && !is(LEGACY_PASSWORD);
        }

        /** Without the value, which may be a password. */
        @Override
        public String toString() {
            return attribute + " " + op;
        }
    }

    /** A row of {@code radusergroup}. */
    record Membership(long id, String userName, String group, int priority) {}

    public SubscriberRows {
        check = List.copyOf(check);
        reply = List.copyOf(reply);
        memberships = List.copyOf(memberships);
    }

    /** A name that some database takes for the same and that is not: it differs in case or accent. */
    Optional<String> otherSpelling() {
        return Stream.concat(
                        Stream.concat(check.stream(), reply.stream()).map(Item::userName),
                        memberships.stream().map(Membership::userName))
                .filter(name -> !name.equals(user.value()))
                .findFirst();
    }

    List<Item> ownCheck() {
        return check.stream().filter(SubscriberRows::isOwnCheck).toList();
    }

    List<Item> ownReply() {
        return reply.stream().filter(SubscriberRows::isOwnReply).toList();
    }

    List<Membership> ownMemberships() {
        return memberships.stream().filter(SubscriberRows::isOwn).toList();
    }

    /** Memberships of others that FreeRADIUS takes first. */
    List<Membership> foreignBefore(int priority) {
        return memberships.stream()
                .filter(row -> !isOwn(row) && row.priority() < priority)
                .toList();
    }

    /** Of the passwords that work, the one that FreeRADIUS takes: the first. */
    Optional<Item> credential() {
        return check.stream().filter(Item::isWorkingCredential).findFirst();
    }

    Optional<ClassTag> tag() {
        return reply.stream()
                .filter(SubscriberRows::isOwnReply)
                .findFirst()
                .flatMap(row -> ClassTag.parse(row.value()));
    }

    /** Whether every login is rejected. */
    public boolean isRejected() {
        return check.stream().anyMatch(row -> row.is(AUTH_TYPE) && row.value().equalsIgnoreCase("Reject"));
    }

    /** Whether any row is this library's. */
    public boolean isPresent() {
        return !(ownCheck().isEmpty()
                && ownReply().isEmpty()
                && ownMemberships().isEmpty());
    }

    /** The group that gives full service. */
    public Optional<String> planGroup() {
        return groupAt(PLAN_PRIORITY);
    }

    /** The group that FreeRADIUS takes before that of the plan. */
    public Optional<String> holdGroup() {
        return groupAt(HOLD_PRIORITY);
    }

    /** The attributes of all passwords, without the passwords. */
    public List<String> credentialAttributes() {
        return check.stream().filter(Item::isCredential).map(Item::attribute).toList();
    }

    /** Whether every session that was open at the last change is in sync with it. */
    public boolean sessionsInSync() {
        return tag().filter(tag -> tag.state() == ClassTag.State.IN_SYNC).isPresent();
    }

    /** The rows that are not this library's, as table and attribute or group. */
    public List<String> foreign() {
        return Stream.of(
                        check.stream().filter(row -> !isOwnCheck(row)).map(row -> "radcheck " + row.attribute()),
                        reply.stream().filter(row -> !isOwnReply(row)).map(row -> "radreply " + row.attribute()),
                        memberships.stream().filter(row -> !isOwn(row)).map(row -> "radusergroup " + row.group()))
                .flatMap(rows -> rows)
                .toList();
    }

    private Optional<String> groupAt(int priority) {
        return memberships.stream()
                .filter(row -> row.priority() == priority)
                .map(Membership::group)
                .findFirst();
    }

    private static boolean isOwnCheck(Item row) {
        return row.isCredential() || row.is(AUTH_TYPE);
    }

    private static boolean isOwnReply(Item row) {
        return row.is(ClassTag.ATTRIBUTE) && ClassTag.parse(row.value()).isPresent();
    }

    private static boolean isOwn(Membership row) {
        return row.priority() == PLAN_PRIORITY || row.priority() == HOLD_PRIORITY;
    }
}
