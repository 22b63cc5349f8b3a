package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.model.RadiusUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of one login in {@code radcheck}, {@code radreply} and {@code radusergroup}, and which of them are this library's.
 *
 * <p>Nothing is, unless the login has a {@link LoginMark}. Then own are: of {@code radcheck} the mark, every password, and
 * every Auth-Type but a rejection that the mark does not name, because a removal must take away every row that lets the login
 * in, and the rows that name attributes of {@code radreply}; of {@code radreply} the {@link ClassTag} and these attributes; of {@code radusergroup} what the mark names.
 *
 * @param mark as it stands in the rows, or as follows from rows that an earlier release wrote, which have none
 */
public record SubscriberRows(
        RadiusUser user, Optional<LoginMark> mark, List<Item> check, List<Item> reply, List<Membership> memberships) {
    static final String AUTH_TYPE = "Auth-Type";
    static final String REJECT = "Reject";
    /** Each says of one attribute of {@code radreply} that its rows are this library's; FreeRADIUS knows, sets and never sends it. */
    static final String OWNED_REPLY = "Tmp-String-8";

    static final String OWNED_PREFIX = "sc|";
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

        boolean isMark() {
            return is(LoginMark.ATTRIBUTE) && LoginMark.parse(value).isPresent();
        }

        boolean isTag() {
            return is(ClassTag.ATTRIBUTE) && ClassTag.parse(value).isPresent();
        }

        /** The name of an attribute of {@code radreply} whose rows are this library's. */
        Optional<String> ownedReply() {
            return is(OWNED_REPLY) && value.startsWith(OWNED_PREFIX)
                    ? Optional.of(SettingsRows.lower(value.substring(OWNED_PREFIX.length())))
                    : Optional.empty();
        }

        boolean rejects() {
            return is(AUTH_TYPE) && value.equalsIgnoreCase(REJECT);
        }

        Row row() {
            return new Row(attribute, op, value);
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
        Objects.requireNonNull(mark, "mark");
        check = List.copyOf(check);
        reply = List.copyOf(reply);
        memberships = List.copyOf(memberships);
    }

    /** The rows as they were read. */
    static SubscriberRows of(
            RadiusUser user, List<Item> check, List<Item> reply, List<Membership> memberships, HoldGroups holds) {
        Optional<LoginMark> mark = check.stream()
                .filter(Item::isMark)
                .findFirst()
                .flatMap(row -> LoginMark.parse(row.value()))
                .or(() -> reply.stream().anyMatch(Item::isTag)
                        ? Optional.of(ofEarlierRelease(check, memberships, holds))
                        : Optional.empty());
        return new SubscriberRows(user, mark, check, reply, memberships);
    }

    /** Of a login that nobody knows. */
    static SubscriberRows none(RadiusUser user) {
        return new SubscriberRows(user, Optional.empty(), List.of(), List.of(), List.of());
    }

    /** Earlier releases wrote no mark; the first row of each priority was theirs, as they deleted the others. */
    private static LoginMark ofEarlierRelease(List<Item> check, List<Membership> memberships, HoldGroups holds) {
        return new LoginMark(
                LoginOwner.DEFAULT_NAME,
                Optional.empty(),
                memberships.stream()
                        .filter(row -> row.priority() == PLAN_PRIORITY)
                        .map(Membership::group)
                        .findFirst(),
                memberships.stream()
                        .filter(row -> row.priority() == HOLD_PRIORITY && holds.isHold(row.group()))
                        .map(Membership::group)
                        .findFirst(),
                check.stream().anyMatch(Item::rejects));
    }

    /** The same rows, adopted as if an earlier release had written them. */
    SubscriberRows adopted(HoldGroups holds) {
        return mark.isPresent() || isEmpty()
                ? this
                : new SubscriberRows(
                        user, Optional.of(ofEarlierRelease(check, memberships, holds)), check, reply, memberships);
    }

    /** A name that some database takes for the same and that is not: it differs in case or accent. */
    Optional<String> otherSpelling() {
        return names().filter(name -> !name.equals(user.value())).findFirst();
    }

    /** Whether all rows are those of a login that is spelled otherwise: there is none of this spelling. */
    public boolean areOfAnotherSpelling() {
        return !isEmpty() && names().noneMatch(user.value()::equals);
    }

    private Stream<String> names() {
        return Stream.concat(
                Stream.concat(check.stream(), reply.stream()).map(Item::userName),
                memberships.stream().map(Membership::userName));
    }

    List<Item> ownCheck() {
        List<Item> own = new ArrayList<>();
        if (mark.isPresent()) {
            check.stream()
                    .filter(row -> row.isMark()
                            || row.ownedReply().isPresent()
                            || row.isCredential()
                            || (row.is(AUTH_TYPE) && !row.rejects()))
                    .forEach(own::add);
            ownRejection().ifPresent(own::add);
        }
        return own;
    }

    List<Item> ownReply() {
        Set<String> owned = ownedReplies();
        return mark.isPresent()
                ? reply.stream()
                        .filter(row -> row.isTag() || owned.contains(SettingsRows.lower(row.attribute())))
                        .toList()
                : List.of();
    }

    /** The attributes of {@code radreply} whose rows are this library's, in small letters. */
    Set<String> ownedReplies() {
        return mark.isPresent()
                ? check.stream().flatMap(row -> row.ownedReply().stream()).collect(Collectors.toSet())
                : Set.of();
    }

    List<Membership> ownMemberships() {
        return Stream.concat(
                        own(PLAN_PRIORITY, mark.flatMap(LoginMark::plan)),
                        own(HOLD_PRIORITY, mark.flatMap(LoginMark::hold)))
                .toList();
    }

    /** Memberships of others that FreeRADIUS takes first, or may take first where priorities are the same. */
    List<Membership> foreignBefore(int priority) {
        List<Membership> own = ownMemberships();
        return memberships.stream()
                .filter(row -> !own.contains(row) && row.priority() <= priority)
                .toList();
    }

    List<Membership> foreignMemberships() {
        List<Membership> own = ownMemberships();
        return memberships.stream().filter(row -> !own.contains(row)).toList();
    }

    /** Of the passwords that work, the one that FreeRADIUS takes: the first. */
    Optional<Item> credential() {
        return check.stream().filter(Item::isWorkingCredential).findFirst();
    }

    Optional<ClassTag> tag() {
        return reply.stream().filter(Item::isTag).findFirst().flatMap(row -> ClassTag.parse(row.value()));
    }

    /** Whether a row of this login, or of its owner, rejects every login. */
    public boolean isRejected() {
        return check.stream().anyMatch(Item::rejects);
    }

    /** Whether this library made the login. */
    public boolean isPresent() {
        return mark.isPresent();
    }

    /** Whether there is no row at all. */
    public boolean isEmpty() {
        return check.isEmpty() && reply.isEmpty() && memberships.isEmpty();
    }

    /** The group that gives full service. */
    public Optional<String> planGroup() {
        return ownGroupAt(PLAN_PRIORITY);
    }

    /** The group that FreeRADIUS takes before that of the plan. */
    public Optional<String> holdGroup() {
        return ownGroupAt(HOLD_PRIORITY);
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
        List<Item> ownCheck = ownCheck();
        List<Item> ownReply = ownReply();
        return Stream.of(
                        check.stream().filter(row -> !ownCheck.contains(row)).map(row -> "radcheck " + row.attribute()),
                        reply.stream().filter(row -> !ownReply.contains(row)).map(row -> "radreply " + row.attribute()),
                        foreignMemberships().stream().map(row -> "radusergroup " + row.group()))
                .flatMap(rows -> rows)
                .toList();
    }

    /** The newest, where another one was added by hand. */
    private Optional<Item> ownRejection() {
        return mark.filter(LoginMark::rejects)
                .flatMap(known -> check.stream()
                        .filter(row -> row.rejects() && row.op().equals(Operators.SET))
                        .reduce((first, second) -> second));
    }

    private Optional<String> ownGroupAt(int priority) {
        return ownMemberships().stream()
                .filter(row -> row.priority() == priority)
                .map(Membership::group)
                .findFirst();
    }

    private Stream<Membership> own(int priority, Optional<String> group) {
        return memberships.stream()
                .filter(row ->
                        row.priority() == priority && Optional.of(row.group()).equals(group));
    }
}
