package io.silverdata.contract.adapters.radius.internal.group;

import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes each {@link HeldGroup}, as the only writer of it, and only where it is not right already. */
public final class HeldGroupPublisher {
    private static final Rates ANY = Rates.ofMbps(1, 1);

    private final RadiusDatabase database;
    private final GroupAttributes attributes;

    public HeldGroupPublisher(RadiusDatabase database, GroupAttributes attributes) {
        this.database = database;
        this.attributes = attributes;
    }

    /** A plan, and the hold that its subscribers are under. */
    public record Pair(ProfileName plan, HoldGroup hold) {}

    /** The group that a subscriber of this plan is to have under the hold, whatever the tables say of it now. */
    public LoginRows.Group wanted(GroupTable table, ProfileName plan, HoldGroup hold) throws SQLException {
        return wanted(table, plan.value(), hold.group().value());
    }

    /** Makes it so. Nothing is written while the plan's group or the hold's has no reply rows. */
    public void publish(Pair pair) {
        publish(pair.plan().value(), pair.hold().group().value());
    }

    /** Makes the groups of these holds that are made of this one say what it says now. */
    void follow(ProfileName changed, List<ProfileName> holds) {
        List<String> all = database.read(connection -> GroupTable.on(connection).heldGroups());
        for (String name : all) {
            int at = name.indexOf('@');
            String hold = name.substring(0, at);
            String plan = name.substring(at + 1);
            boolean ours = holds.stream().anyMatch(known -> known.value().equals(hold));
            if (ours && (hold.equals(changed.value()) || plan.equals(changed.value()))) {
                publish(plan, hold);
            }
        }
    }

    private void publish(String plan, String hold) {
        Optional<String> outdated = database.read(connection -> outdated(GroupTable.cachingOn(connection), plan, hold));
        outdated.ifPresent(name -> database.write("group " + name, connection -> {
            GroupTable table = GroupTable.on(connection);
            LoginRows.Group wanted = wanted(table, plan, hold);
            reconcile(table, GroupTable.Kind.CHECK, name, wanted.check());
            reconcile(table, GroupTable.Kind.REPLY, name, wanted.reply());
            return name;
        }));
    }

    private Optional<String> outdated(GroupTable table, String plan, String hold) throws SQLException {
        LoginRows.Group wanted = wanted(table, plan, hold);
        boolean usable = !table.group(plan).reply().isEmpty()
                && !table.group(hold).reply().isEmpty();
        return usable && !wanted.equals(table.group(wanted.name())) ? Optional.of(wanted.name()) : Optional.empty();
    }

    private LoginRows.Group wanted(GroupTable table, String plan, String hold) throws SQLException {
        return HeldGroup.of(table.group(plan), table.group(hold), rateKeys());
    }

    /** A profile gives attributes of the same names for all rates. */
    private Set<String> rateKeys() {
        return attributes.rateRows(ANY).getOrElse(List.<Row>of()).stream()
                .map(row -> GroupAttributes.key(row.attribute(), row.value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void reconcile(GroupTable table, GroupTable.Kind kind, String group, List<Row> wanted)
            throws SQLException {
        List<GroupTable.Stored> present = table.stored(kind, group);
        if (present.stream().map(GroupTable.Stored::row).toList().equals(wanted)) {
            return;
        }
        for (GroupTable.Stored stored : present) {
            table.delete(kind, stored);
        }
        for (Row row : wanted) {
            table.insert(kind, group, row);
        }
    }
}
