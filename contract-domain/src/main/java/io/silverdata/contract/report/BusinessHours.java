package io.silverdata.contract.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The same hours each week, without holidays. Immutable; safe for use by any number of threads if the predicate of the holidays is.
 *
 * <pre>{@code
 * BusinessHours.named("office", zone)
 *         .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0))
 *         .closedOn(holidays::contains)
 * }</pre>
 */
public final class BusinessHours implements BusinessCalendar {
    private static final int MAX_NAME = 64;

    private final String name;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Hours>> week;
    private final Predicate<LocalDate> closed;

    private record Hours(LocalTime from, LocalTime to) {}

    private BusinessHours(String name, ZoneId zone, Map<DayOfWeek, List<Hours>> week, Predicate<LocalDate> closed) {
        this.name = name;
        this.zone = zone;
        this.week = week;
        this.closed = closed;
    }

    /**
     * Hours that are never open yet.
     *
     * @param name as {@link BusinessCalendar#name} says
     * @param zone the operator's
     * @throws IllegalArgumentException if the name is empty or too long
     */
    public static BusinessHours named(String name, ZoneId zone) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("name must be 1 to " + MAX_NAME + " characters, was \"" + name + "\"");
        }
        return new BusinessHours(name, Objects.requireNonNull(zone, "zone"), Map.of(), day -> false);
    }

    /**
     * Open on these days of the week, too. A time that a day skips counts from when the clock goes on.
     *
     * @param first of the days
     * @param last of the days, on or after the first
     * @param from when it opens
     * @param to when it closes, after {@code from}
     * @throws IllegalArgumentException if there is no day or no time between them, or if a day is open then already
     */
    public BusinessHours open(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to) {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("last must be " + first + " or later in the week, was " + last);
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to must be after " + from + ", was " + to);
        }
        Map<DayOfWeek, List<Hours>> more = new EnumMap<>(DayOfWeek.class);
        more.putAll(week);
        for (DayOfWeek day : EnumSet.range(first, last)) {
            List<Hours> hours = new ArrayList<>(more.getOrDefault(day, List.of()));
            for (Hours open : hours) {
                if (from.isBefore(open.to) && open.from.isBefore(to)) {
                    throw new IllegalArgumentException("from must be outside of " + open.from + " to " + open.to
                            + ", when " + day + " is open already, was " + from);
                }
            }
            hours.add(new Hours(from, to));
            more.put(day, List.copyOf(hours));
        }
        return new BusinessHours(name, zone, more, closed);
    }

    /** Closed on these days, whatever the day of the week. */
    public BusinessHours closedOn(Predicate<LocalDate> holidays) {
        return new BusinessHours(name, zone, week, closed.or(holidays));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            if (!closed.test(day)) {
                for (Hours hours : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                    sum = sum.plus(common(day, hours, from, to));
                }
            }
        }
        return sum;
    }

    private Duration common(LocalDate day, Hours hours, Instant from, Instant to) {
        Instant opens = day.atTime(hours.from).atZone(zone).toInstant();
        Instant closes = day.atTime(hours.to).atZone(zone).toInstant();
        Instant start = opens.isBefore(from) ? from : opens;
        Instant end = closes.isAfter(to) ? to : closes;
        return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
    }

    @Override
    public String toString() {
        return name;
    }
}
