package io.silverdata.contract.query;

import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.TimeRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/**
 * Which events of all contracts are asked for, by kind and by the time at which they were recorded. Immutable.
 *
 * @param kinds those of these kinds; empty for all kinds
 * @param from the first time, inclusive
 * @param to the end of the times, exclusive; after {@code from}
 */
public record EventQuery(Set<Class<? extends ContractEvent>> kinds, Instant from, Instant to) {

    /**
     * Checks the times.
     *
     * @throws InvalidQueryException naming field, value and what is allowed
     */
    public EventQuery {
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Values.times("from", from, "to", to);
    }

    /** Every event. */
    public static EventQuery all() {
        return new EventQuery(Set.of(), TimeRange.EARLIEST, TimeRange.LATEST);
    }

    /** Of these, those of the kinds. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final EventQuery ofKinds(Class<? extends ContractEvent>... wanted) {
        return new EventQuery(Values.several("kinds", Arrays.asList(wanted)), from, to);
    }

    /**
     * Of these kinds, those that were recorded between two times.
     *
     * @param first inclusive
     * @param end exclusive
     * @throws InvalidQueryException if {@code end} is not after {@code first}
     */
    public EventQuery between(Instant first, Instant end) {
        return new EventQuery(kinds, first, end);
    }

    /** Whether an event is asked for. */
    public boolean matches(RecordedEvent event) {
        return (kinds.isEmpty() || kinds.contains(event.event().getClass()))
                && !event.recordedAt().isBefore(from)
                && event.recordedAt().isBefore(to);
    }
}
