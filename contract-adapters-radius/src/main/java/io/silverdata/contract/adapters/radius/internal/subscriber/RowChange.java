package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.credential.Credential;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.model.RadiusUser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What brings this library's rows of one login to what they should be, and touches none that is right. It is written by {@link
 * SubscriberTables#write}. Not thread-safe.
 */
final class RowChange {
    private final SubscriberRows rows;
    private final List<Long> deletedChecks = new ArrayList<>();
    private final List<Long> deletedReplies = new ArrayList<>();
    private final List<Long> deletedMemberships = new ArrayList<>();
    private final List<NewItem> credentials = new ArrayList<>();
    private final List<NewItem> checks = new ArrayList<>();
    private final List<NewItem> replies = new ArrayList<>();
    private final List<NewMembership> memberships = new ArrayList<>();

    RowChange(SubscriberRows rows) {
        this.rows = rows;
    }

    /** A row to be. */
    record NewItem(RadiusUser user, String attribute, String op, String value) {
        NewItem(RadiusUser user, String attribute, String value) {
            this(user, attribute, Operators.SET, value);
        }

        /** Without the value, which may be a password. */
        @Override
        public String toString() {
            return user + " " + attribute;
        }
    }

    /** A row of {@code radusergroup} to be. */
    record NewMembership(RadiusUser user, String group, int priority) {}

    /** Whether anything is to be written, as far as it is known. */
    boolean isChanged() {
        return !(deletedChecks.isEmpty()
                && deletedReplies.isEmpty()
                && deletedMemberships.isEmpty()
                && credentials.isEmpty()
                && checks.isEmpty()
                && replies.isEmpty()
                && memberships.isEmpty());
    }

    List<Long> deletedChecks() {
        return deletedChecks;
    }

    List<Long> deletedReplies() {
        return deletedReplies;
    }

    List<Long> deletedMemberships() {
        return deletedMemberships;
    }

    /** Apart from the other rows of {@code radcheck}, since the database must not repeat them in a message. */
    List<NewItem> credentials() {
        return credentials;
    }

    List<NewItem> checks() {
        return checks;
    }

    List<NewItem> replies() {
        return replies;
    }

    List<NewMembership> memberships() {
        return memberships;
    }

    /** One row that rejects, or none. */
    void reject(boolean wanted) {
        List<SubscriberRows.Item> present = rows.ownCheck().stream()
                .filter(row -> row.is(SubscriberRows.AUTH_TYPE))
                .toList();
        Optional<SubscriberRows.Item> right = present.stream()
                .filter(row ->
                        wanted && row.op().equals(Operators.SET) && row.value().equals(SubscriberRows.REJECT))
                .findFirst();
        deleteAllBut(right, present, deletedChecks);
        if (wanted && right.isEmpty()) {
            checks.add(new NewItem(rows.user(), SubscriberRows.AUTH_TYPE, SubscriberRows.REJECT));
        }
    }

    /** One group at the priority, or none. */
    void membership(int priority, Optional<String> group) {
        List<SubscriberRows.Membership> present = rows.ownMemberships().stream()
                .filter(row -> row.priority() == priority)
                .toList();
        Optional<SubscriberRows.Membership> right = present.stream()
                .filter(row -> group.equals(Optional.of(row.group())))
                .findFirst();
        present.stream()
                .filter(row -> !Optional.of(row).equals(right))
                .map(SubscriberRows.Membership::id)
                .forEach(deletedMemberships::add);
        if (group.isPresent() && right.isEmpty()) {
            memberships.add(new NewMembership(rows.user(), group.get(), priority));
        }
    }

    /**
     * One password: the one that FreeRADIUS took so far, whatever its kind, else another one.
     *
     * @param keeps whether the one so far is that of the same subscriber
     */
    void credential(boolean keeps, Supplier<Credential> issued) {
        List<SubscriberRows.Item> present =
                rows.check().stream().filter(SubscriberRows.Item::isCredential).toList();
        Optional<SubscriberRows.Item> kept = rows.credential().filter(row -> keeps);
        deleteAllBut(kept, present, deletedChecks);
        if (kept.isEmpty()) {
            Credential credential = issued.get();
            credentials.add(new NewItem(rows.user(), credential.attribute(), credential.value()));
        }
    }

    /** One tag. */
    void tag(ClassTag tag) {
        List<SubscriberRows.Item> present =
                rows.ownReply().stream().filter(SubscriberRows.Item::isTag).toList();
        Optional<SubscriberRows.Item> right = present.stream()
                .filter(row -> row.op().equals(Operators.SET) && row.value().equals(tag.text()))
                .findFirst();
        deleteAllBut(right, present, deletedReplies);
        if (right.isEmpty()) {
            replies.add(new NewItem(rows.user(), ClassTag.ATTRIBUTE, tag.text()));
        }
    }

    /** Exactly these rows of the attributes that they name, or that were this library's so far; and says what that means to sessions. */
    SettingsRows.Change settings(List<Row> wanted) {
        Set<String> names = wanted.stream()
                .map(row -> SettingsRows.lower(row.attribute()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> owned = new HashSet<>(rows.ownedReplies());
        owned.addAll(names);
        List<Row> missing = new ArrayList<>(wanted);
        List<Row> deleted = new ArrayList<>();
        for (SubscriberRows.Item row : rows.reply()) {
            boolean isTag = row.isTag();
            if (!isTag && owned.contains(SettingsRows.lower(row.attribute())) && !missing.remove(row.row())) {
                deletedReplies.add(row.id());
                deleted.add(row.row());
            }
        }
        missing.forEach(row -> replies.add(new NewItem(rows.user(), row.attribute(), row.op(), row.value())));
        Set<String> unnamed = new LinkedHashSet<>(names);
        for (SubscriberRows.Item row : rows.check()) {
            row.ownedReply().filter(name -> !unnamed.remove(name)).ifPresent(name -> deletedChecks.add(row.id()));
        }
        for (Row row : wanted) {
            if (unnamed.remove(SettingsRows.lower(row.attribute()))) {
                checks.add(new NewItem(
                        rows.user(), SubscriberRows.OWNED_REPLY, SubscriberRows.OWNED_PREFIX + row.attribute()));
            }
        }
        return SettingsRows.change(deleted, missing);
    }

    /** One mark. */
    void mark(LoginMark mark) {
        List<SubscriberRows.Item> present =
                rows.check().stream().filter(SubscriberRows.Item::isMark).toList();
        Optional<SubscriberRows.Item> right = present.stream()
                .filter(row -> row.op().equals(Operators.SET) && row.value().equals(mark.text()))
                .findFirst();
        deleteAllBut(right, present, deletedChecks);
        if (right.isEmpty()) {
            checks.add(new NewItem(rows.user(), LoginMark.ATTRIBUTE, mark.text()));
        }
    }

    /** The rows of others as well. */
    void removeForeign() {
        remove(rows.check(), rows.reply(), rows.memberships());
    }

    void removeEverything() {
        remove(rows.ownCheck(), rows.ownReply(), rows.ownMemberships());
    }

    private void remove(
            List<SubscriberRows.Item> check, List<SubscriberRows.Item> reply, List<SubscriberRows.Membership> groups) {
        deleteAllBut(Optional.empty(), check, deletedChecks);
        deleteAllBut(Optional.empty(), reply, deletedReplies);
        groups.stream().map(SubscriberRows.Membership::id).forEach(deletedMemberships::add);
    }

    private static void deleteAllBut(
            Optional<SubscriberRows.Item> kept, List<SubscriberRows.Item> present, List<Long> deleted) {
        present.stream()
                .filter(row -> !Optional.of(row).equals(kept))
                .map(SubscriberRows.Item::id)
                .forEach(deleted::add);
    }
}
