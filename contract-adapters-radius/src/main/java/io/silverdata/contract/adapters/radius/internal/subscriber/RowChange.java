package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.credential.Credential;
import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings this library's rows of one login to what they should be, and touches none that is right. Not thread-safe. */
final class RowChange {
    private final SubscriberTables tables;
    private final SubscriberRows rows;
    private boolean changed;

    RowChange(SubscriberTables tables, SubscriberRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    /** Whether anything was written so far. */
    boolean isChanged() {
        return changed;
    }

    /** One row that rejects, or none. */
    void reject(boolean wanted) throws SQLException {
        List<SubscriberRows.Item> present = rows.ownCheck().stream()
                .filter(row -> row.is(SubscriberRows.AUTH_TYPE))
                .toList();
        Optional<SubscriberRows.Item> right = present.stream()
                .filter(row ->
                        wanted && row.op().equals(Operators.SET) && row.value().equals(SubscriberRows.REJECT))
                .findFirst();
        deleteChecks(present, right);
        if (wanted && right.isEmpty()) {
            tables.insertCheck(rows.user(), SubscriberRows.AUTH_TYPE, SubscriberRows.REJECT);
            changed = true;
        }
    }

    /** One group at the priority, or none. */
    void membership(int priority, Optional<String> group) throws SQLException {
        List<SubscriberRows.Membership> present = rows.ownMemberships().stream()
                .filter(row -> row.priority() == priority)
                .toList();
        Optional<SubscriberRows.Membership> right = present.stream()
                .filter(row -> group.equals(Optional.of(row.group())))
                .findFirst();
        for (SubscriberRows.Membership row : present) {
            if (!Optional.of(row).equals(right)) {
                tables.deleteMembership(row.id());
                changed = true;
            }
        }
        if (group.isPresent() && right.isEmpty()) {
            tables.insertMembership(rows.user(), group.get(), priority);
            changed = true;
        }
    }

    /**
     * One password: the one that FreeRADIUS took so far, whatever its kind, else another one.
     *
     * @param keeps whether the one so far is that of the same subscriber
     */
    void credential(boolean keeps, Supplier<Credential> issued) throws SQLException {
        List<SubscriberRows.Item> present =
                rows.check().stream().filter(SubscriberRows.Item::isCredential).toList();
        Optional<SubscriberRows.Item> kept = rows.credential().filter(row -> keeps);
        deleteChecks(present, kept);
        if (kept.isEmpty()) {
            insertCredential(issued.get());
            changed = true;
        }
    }

    /** A database may repeat the row that it does not take; then the password would be in the message. */
    private void insertCredential(Credential credential) throws SQLException {
        try {
            tables.insertCheck(rows.user(), credential.attribute(), credential.value());
        } catch (SQLException failed) {
            throw new SQLException(
                    "the row of the password was not taken: " + kind(failed),
                    failed.getSQLState(),
                    failed.getErrorCode());
        }
    }

    private static String kind(SQLException failed) {
        return switch (Objects.toString(failed.getSQLState(), "")) {
            case "23502" -> "a column of radcheck that must have a value gets none";
            case "23514" -> "a check of radcheck forbids it";
            case "23505" -> "radcheck has such a row already";
            case "22001" -> "it is too long for its column";
            case "42501" -> "the database user may not write radcheck";
            default -> "the database's own words are left out, as they may repeat it";
        };
    }

    /** One tag. */
    void tag(ClassTag tag) throws SQLException {
        Optional<SubscriberRows.Item> right = rows.ownReply().stream()
                .filter(row -> row.op().equals(Operators.SET) && row.value().equals(tag.text()))
                .findFirst();
        for (SubscriberRows.Item row : rows.ownReply()) {
            if (!Optional.of(row).equals(right)) {
                tables.deleteReply(row.id());
                changed = true;
            }
        }
        if (right.isEmpty()) {
            tables.insertReply(rows.user(), ClassTag.ATTRIBUTE, tag.text());
            changed = true;
        }
    }

    /** One mark. */
    void mark(LoginMark mark) throws SQLException {
        List<SubscriberRows.Item> present =
                rows.check().stream().filter(SubscriberRows.Item::isMark).toList();
        Optional<SubscriberRows.Item> right = present.stream()
                .filter(row -> row.op().equals(Operators.SET) && row.value().equals(mark.text()))
                .findFirst();
        deleteChecks(present, right);
        if (right.isEmpty()) {
            tables.insertCheck(rows.user(), LoginMark.ATTRIBUTE, mark.text());
            changed = true;
        }
    }

    /** The rows of others as well. */
    void removeForeign() throws SQLException {
        deleteChecks(rows.check(), Optional.empty());
        for (SubscriberRows.Item row : rows.reply()) {
            tables.deleteReply(row.id());
        }
        for (SubscriberRows.Membership row : rows.memberships()) {
            tables.deleteMembership(row.id());
        }
    }

    void removeEverything() throws SQLException {
        deleteChecks(rows.ownCheck(), Optional.empty());
        for (SubscriberRows.Item row : rows.ownReply()) {
            tables.deleteReply(row.id());
        }
        for (SubscriberRows.Membership row : rows.ownMemberships()) {
            tables.deleteMembership(row.id());
        }
    }

    private void deleteChecks(List<SubscriberRows.Item> present, Optional<SubscriberRows.Item> kept)
            throws SQLException {
        for (SubscriberRows.Item row : present) {
            if (!Optional.of(row).equals(kept)) {
                tables.deleteCheck(row.id());
                changed = true;
            }
        }
    }
}
