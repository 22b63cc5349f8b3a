package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.internal.contracts.StoredJson;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SyncColumn;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.NetworkResources;
import io.silverdata.contract.spi.StorageException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row of the table of contracts as it was found: columns, and JSON that was not read yet. */
record ContractRow(long version, String number, String status, Optional<Long> dueAt, String sync, String snapshot) {
    // What the JSON holds side by side.
    private static final Set<Class<?>> GROUPS = Set.of(
            ContractSnapshot.Identity.class,
            ContractSnapshot.Agreement.class,
            ContractSnapshot.Milestones.class,
            NetworkResources.class);

    /** Reads columns 2 to 7. */
    static ContractRow of(ResultSet row) throws SQLException {
        return new ContractRow(
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getObject(5, Long.class)),
                row.getString(6),
                row.getString(7));
    }

    /** In what the row differs from the contract that the events make, if in anything. */
    Optional<Difference> differenceFrom(Contract contract) {
        List<String> fields = new ArrayList<>();
        differ(fields, "version", version == contract.version());
        differ(fields, "number", number.equals(contract.number().value()));
        differ(fields, "status", status.equals(contract.status().name()));
        differ(fields, "due_at", dueAt.equals(contract.nextDueAt().map(Micros::of)));
        differ(fields, "sync", sync.equals(SyncColumn.of(contract)));
        try {
            compare(StoredJson.contract(snapshot), contract.snapshot(), fields);
        } catch (StorageException unreadable) {
            fields.add("snapshot (" + unreadable.getMessage() + ")");
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Difference.RowDiffers(contract.id(), fields));
    }

    private static void differ(List<String> fields, String field, boolean equal) {
        if (!equal) {
            fields.add(field);
        }
    }

    /** Names the facts that differ, as the JSON does, and not what they are: some are about a person. */
    private static void compare(Record found, Record expected, List<String> fields) {
        if (found.equals(expected)) {
            return;
        }
        for (RecordComponent fact : found.getClass().getRecordComponents()) {
            Object one = value(fact, found);
            Object other = value(fact, expected);
            if (GROUPS.contains(fact.getType())) {
                compare((Record) one, (Record) other, fields);
            } else {
                differ(fields, "snapshot." + fact.getName(), one.equals(other));
            }
        }
    }

    private static Object value(RecordComponent fact, Record facts) {
        try {
            return fact.getAccessor().invoke(facts);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a public accessor of a public record", impossible);
        }
    }
}
