package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.spi.ConflictException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deferred changes that share one statement. */
final class WriteBatch {
    private static final int MAX_ROWS = 100;

    private final WriteTemplate template;
    private final List<DeferredWrite> writes = new ArrayList<>();
    private final Set<Object> about = new HashSet<>();

    private WriteBatch(WriteTemplate template) {
        this.template = template;
    }

    /** As few statements as do the same; those on one table stay in their order. */
    static List<WriteBatch> of(List<DeferredWrite> writes) {
        Map<String, List<WriteBatch>> byTable = new LinkedHashMap<>();
        for (DeferredWrite write : writes) {
            List<WriteBatch> batches = byTable.computeIfAbsent(write.template().table(), table -> new ArrayList<>());
            if (batches.isEmpty() || !batches.get(batches.size() - 1).takes(write)) {
                batches.add(new WriteBatch(write.template()));
            }
            batches.get(batches.size() - 1).add(write);
        }
        return byTable.values().stream().flatMap(Collection::stream).toList();
    }

    private boolean takes(DeferredWrite write) {
        return template.takesMany()
                && template.equals(write.template())
                && writes.size() < MAX_ROWS
                && !about.contains(write.about());
    }

    private void add(DeferredWrite write) {
        writes.add(write);
        about.add(write.about());
    }

    List<DeferredWrite> writes() {
        return writes;
    }

    String sql() {
        return template.sql(writes.size());
    }

    /** Binds the values from a place on, and gives the place behind them. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int place = first;
        for (DeferredWrite write : writes) {
            for (@Nullable Object value : write.values()) {
                if (value == null) {
                    statement.setNull(place, Types.NULL);
                } else {
                    statement.setObject(place, value);
                }
                place++;
            }
        }
        return place;
    }

    /** If fewer rows were changed than there are, another unit of work had changed one of them. */
    void requireAllFound(int changed) {
        DeferredWrite first = writes.get(0);
        if (first.mustFind() && changed < writes.size()) {
            String more = writes.size() == 1 ? "" : " or one of " + (writes.size() - 1) + " more";
            throw new ConflictException(first.conflict(), first.what() + more + ": another unit of work was faster");
        }
    }
}
