package io.silverdata.contract.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A value that holds from a moment on, until the next at which another was set. What is said later wins from its time on, also
 * over what was said before of later times: so the last value is the one that the contract has now. For one thread.
 */
final class Timeline<T> {
    private final NavigableMap<Moment, T> byMoment = new TreeMap<>();

    void set(Moment moment, T value) {
        byMoment.tailMap(moment.last(), false).clear();
        byMoment.put(moment, value);
    }

    /** Sets a value if it is another than the last. */
    void change(Moment moment, T value) {
        if (byMoment.isEmpty() || !byMoment.lastEntry().getValue().equals(value)) {
            set(moment, value);
        }
    }

    /** Gives the last value another form, at every moment at which it was set. */
    void rename(UnaryOperator<T> form) {
        T last = byMoment.lastEntry().getValue();
        byMoment.replaceAll((moment, value) -> value.equals(last) ? form.apply(last) : value);
    }

    /** The value at a moment; before the first, the first. */
    T at(Moment moment) {
        return valueAt(byMoment, moment);
    }

    /** The value after all that was set at an instant or before it. */
    T at(Instant instant) {
        return at(new Moment(instant, 0).last());
    }

    /** The value just before a moment; before the first, the first. */
    T before(Moment moment) {
        Map.Entry<Moment, T> last = byMoment.lowerEntry(moment);
        return (last == null ? byMoment.firstEntry() : last).getValue();
    }

    /** When a value was set. */
    Collection<Moment> moments() {
        return byMoment.keySet();
    }

    /** The same day by day: of several values on one day the one at its end. */
    Days<T> days(Function<Instant, LocalDate> zone) {
        TreeMap<LocalDate, T> byDay = new TreeMap<>();
        byMoment.forEach((moment, value) -> byDay.put(zone.apply(moment.at()), value));
        return new Days<>(byDay);
    }

    private static <K, T> T valueAt(NavigableMap<K, T> values, K key) {
        Map.Entry<K, T> last = values.floorEntry(key);
        return (last == null ? values.firstEntry() : last).getValue();
    }

    /** The values at the ends of days. */
    static final class Days<T> {
        private final NavigableMap<LocalDate, T> byDay;

        private Days(NavigableMap<LocalDate, T> byDay) {
            this.byDay = byDay;
        }

        /** The value at the end of a day; on days before the first, the first. */
        T at(LocalDate day) {
            return valueAt(byDay, day);
        }

        /** The days after {@code from} and before {@code to} on which the value may change. */
        Collection<LocalDate> changes(LocalDate from, LocalDate to) {
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

    /** A value, and the days on which it holds: from the first on, up to the other, or for good. */
    record Period<T>(LocalDate from, Optional<LocalDate> to, T value) {}
}
