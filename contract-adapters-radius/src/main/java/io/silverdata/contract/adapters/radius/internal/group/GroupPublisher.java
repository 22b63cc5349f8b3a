package io.silverdata.contract.adapters.radius.internal.group;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroups;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Writes groups, as the only writer of each, and reads them. */
public final class GroupPublisher implements PlanGroups {
    private final RadiusDatabase database;
    private final GroupAttributes attributes;
    private final HeldGroupPublisher held;
    private final List<ProfileName> holds;

    /** @param holds the groups of holds, whose groups for each plan follow it */
    public GroupPublisher(RadiusDatabase database, GroupAttributes attributes, List<ProfileName> holds) {
        this.database = database;
        this.attributes = attributes;
        this.held = new HeldGroupPublisher(database, attributes);
        this.holds = List.copyOf(holds);
    }

    @Override
    public Either<Rejection.InvalidValue, ProfileName> publish(PlanGroup group) {
        return attributes.of(group).map(wanted -> {
            write(group.group(), wanted);
            return group.group();
        });
    }

    @Override
    public List<String> read(ProfileName group) {
        try {
            return database.read(connection -> GroupTable.on(connection).group(group.value()).reply().stream()
                    .map(row -> row + " " + row.value())
                    .toList());
        } catch (DatabaseException failed) {
            throw failed.asStorageException();
        }
    }

    private void write(ProfileName group, List<RadiusAttribute> wanted) {
        Set<String> owned = attributes.ownedKeys(wanted);
        List<Row> rows = wanted.stream()
                .map(attribute ->
                        new Row(attribute.name(), GroupAttributes.operator(attribute, wanted), attribute.text()))
                .toList();
        try {
            database.write("group " + group, connection -> {
                reconcile(GroupTable.on(connection), group.value(), rows, owned);
                return group;
            });
            held.follow(group, holds);
        } catch (DatabaseException failed) {
            throw failed.asStorageException();
        }
    }

    private static void reconcile(GroupTable table, String group, List<Row> wanted, Set<String> owned)
            throws SQLException {
        List<GroupTable.Stored> present = table.stored(GroupTable.Kind.REPLY, group).stream()
                .filter(stored -> owned.contains(GroupAttributes.key(stored.row())))
                .toList();
        if (present.stream().map(GroupTable.Stored::row).toList().equals(wanted)) {
            return;
        }
        for (GroupTable.Stored stored : present) {
            table.delete(GroupTable.Kind.REPLY, stored);
        }
        for (Row row : wanted) {
            table.insert(GroupTable.Kind.REPLY, group, row);
        }
    }
}
