package io.silverdata.contract.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A value that holds from a day on, until the next day on which another was set. What is said later wins from its day on,
 * also over what was said before of later days: so the last value is the one that the contract has now. Of several values
 * on one day the last counts, which is the one at the end of the day. For one thread.
 */
final class Timeline<T> {
    private final TreeMap<LocalDate, T> byDay = new TreeMap<>();

    /** A value, and the days on which it holds: from the first on, up to the other, or for good. */
    record Period<T>(LocalDate from, Optional<LocalDate> to, T value) {}

    void set(LocalDate day, T value) {
        byDay.tailMap(day, true).clear();
        byDay.put(day, value);
    }

    /** Sets a value if it is another than the last. */
    void change(LocalDate day, T value) {
        if (byDay.isEmpty() || !byDay.lastEntry().getValue().equals(value)) {
            set(day, value);
        }
    }

    /** The value on a day; on days before the first, the first. */
    T at(LocalDate day) {
        Map.Entry<LocalDate, T> last = byDay.floorEntry(day);
        return (last == null ? byDay.firstEntry() : last).getValue();
    }

    /** The days after {@code from} and before {@code to} on which the value changes. */
    Iterable<LocalDate> changes(LocalDate from, LocalDate to) {
        return from.isBefore(to) ? byDay.subMap(from, false, to, false).keySet() : List.of();
    }

    /** The periods from the first day on. */
    List<Period<T>> periods() {
        return byDay.isEmpty() ? List.of() : periods(byDay.firstKey(), Optional.empty());
    }

    /** The periods between two days, each cut to them; neighbours of the same value are joined. */
    List<Period<T>> periods(LocalDate from, Optional<LocalDate> to) {
        List<Period<T>> periods = new ArrayList<>();
        if (byDay.isEmpty() || to.filter(end -> !from.isBefore(end)).isPresent()) {
            return periods;
        }
        LocalDate start = from;
        T value = at(from);
        for (LocalDate day : changes(from, to.orElse(LocalDate.MAX))) {
            T next = at(day);
            if (!next.equals(value)) {
                periods.add(new Period<>(start, Optional.of(day), value));
                start = day;
                value = next;
            }
        }
        periods.add(new Period<>(start, to, value));
        return periods;
    }
}
