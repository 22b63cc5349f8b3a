package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.group.GroupTable;
import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.model.AccessService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What FreeRADIUS will read of a login once it is written: the rows of others as they are, and this library's as they are to
 * be. Where a group of others has the priority of one of ours, it comes first, since FreeRADIUS may take either.
 */
final class PlannedRows {
    private static final Row PASSWORD = new Row("Cleartext-Password", Operators.SET, "any");
    private static final Row REJECTION = new Row(SubscriberRows.AUTH_TYPE, Operators.SET, SubscriberRows.REJECT);

    private final SubscriberRows rows;

    PlannedRows(SubscriberRows rows) {
        this.rows = rows;
    }

    /**
     * With this library's rows of the service.
     *
     * @param held the group of the hold that the service is under, if it is under one
     * @param settings the rows of what the contract has beside its plan
     */
    LoginRows with(AccessService service, List<LoginRows.Group> held, List<Row> settings, GroupTable table)
            throws SQLException {
        List<Row> check = new ArrayList<>(foreignCheck());
        check.add(PASSWORD);
        if (!service.enforcement().allowsLogin()) {
            check.add(REJECTION);
        }
        Map<Integer, List<LoginRows.Group>> groups = foreignGroups(table);
        at(groups, SubscriberRows.PLAN_PRIORITY)
                .add(table.group(service.profile().value()));
        at(groups, SubscriberRows.HOLD_PRIORITY).addAll(held);
        List<Row> reply = new ArrayList<>(foreignReply(settings));
        reply.addAll(settings);
        return new LoginRows(check, reply, inOrder(groups));
    }

    /** Without any row of this library. */
    LoginRows without(GroupTable table) throws SQLException {
        return new LoginRows(foreignCheck(), foreignReply(List.of()), inOrder(foreignGroups(table)));
    }

    private List<Row> foreignCheck() {
        List<SubscriberRows.Item> own = rows.ownCheck();
        return rows.check().stream()
                .filter(row -> !own.contains(row))
                .map(SubscriberRows.Item::row)
                .toList();
    }

    /** The tag changes nothing but Class. Rows of an attribute that the contract says are this library's from then on. */
    private List<Row> foreignReply(List<Row> settings) {
        Set<String> owned = rows.ownedReplies();
        return rows.reply().stream()
                .filter(row -> !row.isTag() && !owned.contains(SettingsRows.lower(row.attribute())))
                .filter(row -> settings.stream().noneMatch(wanted -> wanted.is(row.attribute())))
                .map(SubscriberRows.Item::row)
                .toList();
    }

    private Map<Integer, List<LoginRows.Group>> foreignGroups(GroupTable table) throws SQLException {
        Map<Integer, List<LoginRows.Group>> groups = new TreeMap<>(Comparator.naturalOrder());
        for (SubscriberRows.Membership foreign : rows.foreignMemberships()) {
            at(groups, foreign.priority()).add(table.group(foreign.group()));
        }
        return groups;
    }

    private static List<LoginRows.Group> at(Map<Integer, List<LoginRows.Group>> groups, int priority) {
        return groups.computeIfAbsent(priority, any -> new ArrayList<>());
    }

    private static List<LoginRows.Group> inOrder(Map<Integer, List<LoginRows.Group>> groups) {
        return groups.values().stream().flatMap(List::stream).toList();
    }
}
