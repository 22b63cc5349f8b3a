package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.spi.ConflictException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of one row that can wait until the unit of work ends.
 *
 * @param template the statement
 * @param about which row it changes: two changes of the same row never share a statement
 * @param values one for each question mark of a row
 * @param conflict what it means that it meets a row that is there already, or finds none
 * @param what it writes, for people
 * @param mustFind whether it is a conflict if it changes no row
 * @param constraints by name, what it means to break each
 */
public record DeferredWrite(
        WriteTemplate template,
        Object about,
        List<@Nullable Object> values,
        Kind conflict,
        String what,
        boolean mustFind,
        Map<String, Kind> constraints) {

    /** A change that may find no row, and knows no constraint. */
    public static DeferredWrite of(
            WriteTemplate template, Object about, Kind conflict, String what, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>();
        Collections.addAll(all, values);
        return new DeferredWrite(template, about, all, conflict, what, false, Map.of());
    }

    /** The same, where it is a conflict if no row changes. */
    public DeferredWrite thatMustFind() {
        return new DeferredWrite(template, about, values, conflict, what, true, constraints);
    }

    /** The same, where it means something of its own to break a constraint. */
    public DeferredWrite meaning(String constraint, Kind meaning) {
        Map<String, Kind> more = new HashMap<>(constraints);
        more.put(constraint, meaning);
        return new DeferredWrite(template, about, values, conflict, what, mustFind, more);
    }
}
