package io.silverdata.contract.dunning;

import io.silverdata.contract.model.DayRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a service may be cut. It only ever postpones: what falls on a forbidden day or hour waits for the next that is allowed.
 * Giving a service back is allowed at any time and does not look here.
 *
 * <p>Hours are those of the clock on the wall: a window from 9:00 to 16:00 is that on days of 23 and of 25 hours, too. Local
 * times that a day does not have are passed over; those that it has twice count twice.
 *
 * <p>Immutable; thread-safe if the holidays are.
 */
public final class CutCalendar {
    private static final int MAX_DAYS_AHEAD = 1_100;
    private static final LocalTime END_OF_DAY = LocalTime.MIDNIGHT;

    private final ZoneId zone;
    private final Set<DayOfWeek> weekdays;
    private final LocalTime from;
    private final LocalTime to;
    private final Holidays holidays;
    private final List<Moratorium> moratoria;

    private CutCalendar(
            ZoneId zone,
            Set<DayOfWeek> weekdays,
            LocalTime from,
            LocalTime to,
            Holidays holidays,
            List<Moratorium> moratoria) {
        this.zone = zone;
        this.weekdays = weekdays;
        this.from = from;
        this.to = to;
        this.holidays = holidays;
        this.moratoria = moratoria;
    }

    /** Any day, any hour; the zone says where days begin. */
    public static CutCalendar always(ZoneId zone) {
        return new CutCalendar(
                Objects.requireNonNull(zone, "zone"),
                Set.copyOf(EnumSet.allOf(DayOfWeek.class)),
                LocalTime.MIDNIGHT,
                END_OF_DAY,
                Holidays.none(),
                List.of());
    }

    /** Monday to Thursday from 9:00 to 16:00: a customer who is cut can pay and reach staff on the same and the next day. */
    public static CutCalendar workdays(ZoneId zone) {
        return always(zone)
                .onlyOn(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY))
                .between(LocalTime.of(9, 0), LocalTime.of(16, 0));
    }

    /**
     * The same on these days of the week only.
     *
     * @throws IllegalArgumentException if there is none
     */
    public CutCalendar onlyOn(Set<DayOfWeek> days) {
        new Objections()
                .unless(!days.isEmpty(), "weekdays", days, "at least one day")
                .throwFirst();
        return new CutCalendar(zone, Set.copyOf(days), from, to, holidays, moratoria);
    }

    /**
     * The same within these hours only.
     *
     * @param first the first moment of the day
     * @param end the first moment after, later than {@code first}; midnight is the end of the day
     * @throws IllegalArgumentException if the hours run backwards
     */
    public CutCalendar between(LocalTime first, LocalTime end) {
        new Objections()
                .unless(
                        first.isBefore(end) || end.equals(END_OF_DAY),
                        "to",
                        end,
                        "after " + first + ", or 00:00 for the end of the day")
                .throwFirst();
        return new CutCalendar(zone, weekdays, first, end, holidays, moratoria);
    }

    /** The same without these holidays, in place of others. */
    public CutCalendar without(Holidays other) {
        return new CutCalendar(zone, weekdays, from, to, Objects.requireNonNull(other, "other"), moratoria);
    }

    /**
     * The same without these days, beside others.
     *
     * @param reason why, in words for people
     */
    public CutCalendar withMoratorium(DayRange days, String reason) {
        return new CutCalendar(
                zone,
                weekdays,
                from,
                to,
                holidays,
                Stream.concat(moratoria.stream(), Stream.of(new Moratorium(days, reason)))
                        .toList());
    }

    /** Where days begin. */
    public ZoneId zone() {
        return zone;
    }

    /** The days on which every cut is forbidden. */
    public List<Moratorium> moratoria() {
        return moratoria;
    }

    /** The day at a time. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The first moment of a day. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whether a service may be cut at a time. */
    public boolean allows(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return allowsHour(local.toLocalTime()) && allowsDay(local.toLocalDate());
    }

    /**
     * The first time, not before this one, at which a service may be cut.
     *
     * @return the time; empty if there is none within three years
     */
    public Optional<Instant> next(Instant notBefore) {
        if (allows(notBefore)) {
            return Optional.of(notBefore);
        }
        LocalDate day = day(notBefore);
        for (int ahead = 0; ahead < MAX_DAYS_AHEAD; ahead++) {
            Optional<Instant> first = allowsDay(day)
                    ? openings(day).stream()
                            .filter(opening -> !opening.isBefore(notBefore) && allows(opening))
                            .min(Instant::compareTo)
                    : Optional.empty();
            if (first.isPresent()) {
                return first;
            }
            day = day.plusDays(1);
        }
        return Optional.empty();
    }

    private boolean allowsHour(LocalTime time) {
        return !time.isBefore(from) && (to.equals(END_OF_DAY) || time.isBefore(to));
    }

    private boolean allowsDay(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek())
                && moratoria.stream().noneMatch(moratorium -> moratorium.covers(day))
                && !holidays.isHoliday(day);
    }

    /** When the hours of a day may begin: at the local time, as often as the day has it, or where the clock is set. */
    private List<Instant> openings(LocalDate day) {
        ZoneRules rules = zone.getRules();
        LocalDateTime local = day.atTime(from);
        List<Instant> openings = new ArrayList<>();
        for (ZoneOffset offset : rules.getValidOffsets(local)) {
            openings.add(local.toInstant(offset));
        }
        Instant end = ZonedDateTime.of(day.plusDays(1).atStartOfDay(), zone).toInstant();
        Instant before = start(day).minusNanos(1);
        for (ZoneOffsetTransition set = rules.nextTransition(before);
                set != null && set.getInstant().isBefore(end);
                set = rules.nextTransition(set.getInstant())) {
            openings.add(set.getInstant());
        }
        return openings;
    }
}
