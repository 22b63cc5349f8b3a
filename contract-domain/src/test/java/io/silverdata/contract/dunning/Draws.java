package io.silverdata.contract.dunning;

import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Calendars and policies of any kind. */
final class Draws {
    /** Among them one without seasons, one with a change of half an hour, one at midnight, and one that lost a day in 2011. */
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("America/Guayaquil"),
            ZoneId.of("Europe/Madrid"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"));

    private final Random random;

    Draws(Random random) {
        this.random = random;
    }

    /** A calendar, told once more in plain values. */
    record Spec(
            ZoneId zone, Set<DayOfWeek> weekdays, LocalTime from, LocalTime to, int everyNthDay, DayRange moratorium) {

        CutCalendar calendar() {
            return CutCalendar.always(zone)
                    .onlyOn(weekdays)
                    .between(from, to)
                    .without(this::isHoliday)
                    .withMoratorium(moratorium, "earthquake");
        }

        boolean isHoliday(LocalDate day) {
            return Math.floorMod(day.toEpochDay(), everyNthDay) == 0;
        }

        boolean allows(java.time.Instant at) {
            var local = at.atZone(zone);
            int second = local.toLocalTime().toSecondOfDay();
            int end = to.equals(LocalTime.MIDNIGHT) ? 86_400 : to.toSecondOfDay();
            LocalDate day = local.toLocalDate();
            return weekdays.contains(local.getDayOfWeek())
                    && second >= from.toSecondOfDay()
                    && second < end
                    && !isHoliday(day)
                    && (day.isBefore(moratorium.from()) || !day.isBefore(moratorium.to()));
        }
    }

    Spec calendar(LocalDate around) {
        Set<DayOfWeek> weekdays = EnumSet.of(pick(DayOfWeek.values()));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                weekdays.add(day);
            }
        }
        int from = random.nextInt(24 * 4);
        int to = from + 1 + random.nextInt(24 * 4 - from);
        LocalDate moratorium = around.plusDays(random.nextInt(40) - 20);
        return new Spec(
                ZONES.get(random.nextInt(ZONES.size())),
                weekdays,
                LocalTime.of(from / 4, from % 4 * 15),
                to == 24 * 4 ? LocalTime.MIDNIGHT : LocalTime.of(to / 4, to % 4 * 15),
                5 + random.nextInt(20),
                new DayRange(moratorium, moratorium.plusDays(1 + random.nextInt(10))));
    }

    DunningPolicy policy(CutCalendar calendar) {
        DunningPolicy.Builder builder = DunningPolicy.named("drawn", calendar)
                .maxFactAge(Duration.ofHours(6 + random.nextInt(40)))
                .pendingPayment(Duration.ofHours(random.nextInt(60)))
                .promises(new PromiseRule(20, 99, 0, random.nextBoolean()))
                .restore(restore());
        steps().forEach(builder::step);
        return builder.build().getOrElseThrow(refusal -> new AssertionError(refusal.message()));
    }

    private RestoreRule restore() {
        RestoreRule rule = pick(
                RestoreRule.paidInFull(), RestoreRule.nothingPastDue(), RestoreRule.amountAtMost(Money.of("5", "USD")));
        return random.nextBoolean() ? rule.orFirstInstalment() : rule;
    }

    private List<DunningStep> steps() {
        List<DunningStep> steps = new ArrayList<>();
        int day = 0;
        boolean cutBefore = false;
        int told = 0;
        for (DunningAction cut : EnumSet.range(DunningAction.RESTRICT, DunningAction.CANCEL)) {
            if (random.nextInt(3) == 0
                    || (cut == DunningAction.RESTRICT && random.nextBoolean())
                    || (cut == DunningAction.CANCEL && !cutBefore)) {
                continue;
            }
            boolean tells = random.nextInt(3) > 0;
            if (tells) {
                day += 1 + random.nextInt(6);
                told = day;
                steps.add(DunningStep.of(day, DunningAction.NOTIFY));
            }
            day += 1 + random.nextInt(12);
            DunningStep step = DunningStep.of(day, cut).fromUnpaid(1 + random.nextInt(2) * random.nextInt(2));
            if (tells) {
                int notice = random.nextInt(day - told + 1);
                step = notice > 0 && random.nextBoolean() ? step.afterOwnNotice(notice) : step.afterNotice(notice);
            }
            steps.add(random.nextInt(3) == 0 ? step.from(Money.of(Integer.toString(random.nextInt(30)), "USD")) : step);
            cutBefore |= cut.isCut();
        }
        if (steps.isEmpty()
                || (random.nextInt(4) == 0 && steps.get(steps.size() - 1).action() != DunningAction.CANCEL)) {
            steps.add(DunningStep.of(day + 3, DunningAction.NOTIFY));
        }
        return steps;
    }

    @SafeVarargs
    final <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
