package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.internal.json.SnapshotJson;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.spi.StorageException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of the table of contracts as it was found: columns, and JSON that was not read yet. */
record ContractRow(long version, String number, String status, Optional<Long> dueAt, String snapshot) {

    /** Reads columns 2 to 6. */
    static ContractRow of(ResultSet row) throws SQLException {
        return new ContractRow(
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getObject(5, Long.class)),
                row.getString(6));
    }

    /** In what the row differs from the contract that the events make, if in anything. */
    Optional<Difference> differenceFrom(Contract contract) {
        List<String> fields = new ArrayList<>();
        differ(fields, "version", version == contract.version());
        differ(fields, "number", number.equals(contract.number().value()));
        differ(fields, "status", status.equals(contract.status().name()));
        differ(fields, "due_at", dueAt.equals(contract.nextDueAt().map(Micros::of)));
        try {
            compare(SnapshotJson.read(snapshot), contract.snapshot(), fields);
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

    /** TableNames the facts that differ, and not what they are: some are about a person. */
    private static void compare(ContractSnapshot found, ContractSnapshot expected, List<String> fields) {
        if (found.equals(expected)) {
            return;
        }
        for (RecordComponent fact : ContractSnapshot.class.getRecordComponents()) {
            differ(fields, "snapshot." + fact.getName(), value(fact, found).equals(value(fact, expected)));
        }
    }

    private static Object value(RecordComponent fact, ContractSnapshot snapshot) {
        try {
            return fact.getAccessor().invoke(snapshot);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a public accessor of a public record", impossible);
        }
    }
}
