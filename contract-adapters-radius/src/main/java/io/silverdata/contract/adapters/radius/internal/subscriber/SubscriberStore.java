package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.group.GroupAttributes;
import io.silverdata.contract.adapters.radius.internal.group.GroupCheck;
import io.silverdata.contract.adapters.radius.internal.group.GroupTable;
import io.silverdata.contract.adapters.radius.internal.group.HeldGroupPublisher;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tables say of logins. Changes nothing. */
public final class SubscriberStore {
    /** More logins than this are not read in one statement. */
    public static final int MAX_AT_ONCE = 1_000;

    private final RadiusDatabase database;
    private final ServiceCheck check;
    private final HoldGroups holds;
    private final LoginOwner owner;

    public SubscriberStore(
            RadiusDatabase database,
            GroupAttributes groups,
            HoldGroups holds,
            LoginOwner owner,
            SettingsRows settings) {
        this.database = database;
        this.check = new ServiceCheck(
                new GroupCheck(groups), new HeldGroupPublisher(database, groups), holds, owner, settings);
        this.holds = holds;
        this.owner = owner;
    }

    /**
     * The rows of many logins.
     *
     * @param users at most {@link #MAX_AT_ONCE}, each once
     */
    public Map<RadiusUser, SubscriberRows> read(List<RadiusUser> users) {
        Map<RadiusUser, SubscriberRows> rows = new HashMap<>();
        if (!users.isEmpty()) {
            addRows(users, rows);
        }
        return rows;
    }

    /** One login that the database's character set does not have has no rows, and spoils nothing for the others. */
    private void addRows(List<RadiusUser> users, Map<RadiusUser, SubscriberRows> rows) {
        try {
            rows.putAll(database.read(connection -> new SubscriberTables(connection, holds).rows(users)));
        } catch (DatabaseException failed) {
            if (!failed.isUnrepresentable()) {
                throw failed;
            }
            if (users.size() == 1) {
                rows.put(users.get(0), SubscriberRows.none(users.get(0)));
                return;
            }
            addRows(users.subList(0, users.size() / 2), rows);
            addRows(users.subList(users.size() / 2, users.size()), rows);
        }
    }

    /** The logins that this host made, in the database's order. */
    public List<String> logins(String after, int max) {
        return database.read(
                connection -> new SubscriberTables(connection, holds).markedLogins(owner.name(), after, max));
    }

    /** The logins that no host made by this library, in the database's order. */
    public List<String> foreignLogins(String after, int max) {
        return database.read(connection -> new SubscriberTables(connection, holds).foreignLogins(after, max));
    }

    /** Those of the logins that rows of others let somebody in by. Takes no statement where no login has rows. */
    public Set<RadiusUser> letInByOthers(Collection<SubscriberRows> logins) {
        List<SubscriberRows> some =
                logins.stream().filter(rows -> !rows.isEmpty()).toList();
        if (some.isEmpty()) {
            return Set.of();
        }
        return database.read(connection -> {
            GroupTable groups = GroupTable.cachingOn(connection);
            Set<RadiusUser> letIn = new HashSet<>();
            for (SubscriberRows rows : some) {
                if (ServiceCheck.stillLetIn(groups, rows).isPresent()) {
                    letIn.add(rows.user());
                }
            }
            return letIn;
        });
    }

    /** Whether another host owns the login. */
    public boolean isOfAnotherOwner(SubscriberRows rows) {
        return check.otherOwner(rows).isPresent();
    }

    /** How the rows of services differ from what they should say, in their order; nothing where they do not. */
    public List<List<String>> differences(List<SubscriberRows> rows, List<AccessService> services) {
        return database.read(connection -> {
            GroupTable groups = GroupTable.cachingOn(connection);
            List<List<String>> differences = new ArrayList<>();
            for (int i = 0; i < services.size(); i++) {
                Optional<LoginRows.Group> hold = check.heldGroup(groups, services.get(i));
                RowComparison comparison = new RowComparison(
                        rows.get(i),
                        services.get(i),
                        hold.map(LoginRows.Group::name),
                        check.settings(groups, services.get(i)));
                check.refusal(groups, rows.get(i), services.get(i))
                        .ifPresent(refusal -> comparison.note(refusal.detail()));
                if (hold.isPresent() && !groups.group(hold.get().name()).equals(hold.get())) {
                    comparison.note("group " + hold.get().name() + " is not the plan less what the hold replaces");
                }
                differences.add(comparison.differences());
            }
            return differences;
        });
    }
}
