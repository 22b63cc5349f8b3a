package io.silverdata.contract.adapters.radius.internal.group;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroups;
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

    public GroupPublisher(RadiusDatabase database, GroupAttributes attributes) {
        this.database = database;
        this.attributes = attributes;
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
            return database.read(connection -> lines(GroupTable.on(connection).rows(group.value())));
        } catch (DatabaseException failed) {
            throw failed.asStorageException();
        }
    }

    private void write(ProfileName group, List<RadiusAttribute> wanted) {
        Set<String> owned = attributes.ownedKeys(wanted);
        try {
            database.write("group " + group, connection -> {
                reconcile(GroupTable.on(connection), group.value(), wanted, owned);
                return group;
            });
        } catch (DatabaseException failed) {
            throw failed.asStorageException();
        }
    }

    private static void reconcile(GroupTable table, String group, List<RadiusAttribute> wanted, Set<String> owned)
            throws SQLException {
        List<GroupTable.Row> present = table.rows(group).stream()
                .filter(row -> owned.contains(GroupAttributes.key(row.attribute(), row.value())))
                .toList();
        List<String> wantedLines = wanted.stream()
                .map(attribute ->
                        attribute.name() + " " + GroupAttributes.operator(attribute, wanted) + " " + attribute.text())
                .toList();
        if (lines(present).equals(wantedLines)) {
            return;
        }
        for (GroupTable.Row row : present) {
            table.delete(row);
        }
        for (RadiusAttribute attribute : wanted) {
            table.insert(group, attribute.name(), GroupAttributes.operator(attribute, wanted), attribute.text());
        }
    }

    private static List<String> lines(List<GroupTable.Row> rows) {
        return rows.stream().map(GroupTable.Row::toString).toList();
    }
}
