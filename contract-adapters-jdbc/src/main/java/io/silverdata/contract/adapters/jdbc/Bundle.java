package io.silverdata.contract.adapters.jdbc;

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

/** Changes that share one statement. */
final class Bundle {
    private static final int MAX_ROWS = 100;

    private final Write.Form form;
    private final List<Write> writes = new ArrayList<>();
    private final Set<Object> about = new HashSet<>();

    private Bundle(Write.Form form) {
        this.form = form;
    }

    /** As few statements as do the same; those on one table stay in their order. */
    static List<Bundle> of(List<Write> writes) {
        Map<String, List<Bundle>> byTable = new LinkedHashMap<>();
        for (Write write : writes) {
            List<Bundle> bundles = byTable.computeIfAbsent(write.form().table(), table -> new ArrayList<>());
            if (bundles.isEmpty() || !bundles.get(bundles.size() - 1).takes(write)) {
                bundles.add(new Bundle(write.form()));
            }
            bundles.get(bundles.size() - 1).add(write);
        }
        return byTable.values().stream().flatMap(Collection::stream).toList();
    }

    private boolean takes(Write write) {
        return form.takesMany()
                && form.equals(write.form())
                && writes.size() < MAX_ROWS
                && !about.contains(write.about());
    }

    private void add(Write write) {
        writes.add(write);
        about.add(write.about());
    }

    List<Write> writes() {
        return writes;
    }

    String sql() {
        return form.sql(writes.size());
    }

    /** Binds the values from a place on, and gives the place behind them. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int place = first;
        for (Write write : writes) {
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

    void check(int changed) {
        Write first = writes.get(0);
        if (first.mustFind() && changed < writes.size()) {
            throw new ConflictException(first.conflict(), first.what() + ": another unit of work was faster");
        }
    }
}
