package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that can wait until the unit of work ends.
 *
 * @param sql with a question mark for each value
 * @param values in their order
 * @param conflict what it means that it meets a row that is there already, or finds none
 * @param what it writes, for people
 * @param mustFind whether it is a conflict if it changes no row
 * @param constraints by name, what it means to break each
 */
record Write(
        String sql,
        List<@Nullable Object> values,
        Kind conflict,
        String what,
        boolean mustFind,
        Map<String, Kind> constraints) {

    static Write of(String sql, Kind conflict, String what, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>();
        Collections.addAll(all, values);
        return new Write(sql, all, conflict, what, false, Map.of());
    }

    Write thatMustFind() {
        return new Write(sql, values, conflict, what, true, constraints);
    }

    Write meaning(String constraint, Kind meaning) {
        Map<String, Kind> more = new HashMap<>(constraints);
        more.put(constraint, meaning);
        return new Write(sql, values, conflict, what, mustFind, more);
    }

    /** Binds the values from a place on, and gives the place behind them. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int place = first;
        for (@Nullable Object value : values) {
            if (value == null) {
                statement.setNull(place, Types.NULL);
            } else {
                statement.setObject(place, value);
            }
            place++;
        }
        return place;
    }

    void check(int changed) {
        if (mustFind && changed == 0) {
            throw new ConflictException(conflict, what + ": another unit of work was faster");
        }
    }
}
