package io.silverdata.contract.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CutCalendarProperties {
    private static final Duration STEP = Duration.ofMinutes(15);

    @Property
    void allows_what_its_parts_allow(@ForAll Random random) {
        Draws.Spec spec = new Draws(random).calendar(LocalDate.of(2026, 3, 10));
        CutCalendar calendar = spec.calendar();

        for (int i = 0; i < 50; i++) {
            Instant at = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(30 * 86_400));
            assertThat(calendar.allows(at)).as("%s at %s", spec, at).isEqualTo(spec.allows(at));
        }
    }

    /** All local times of the calendars drawn, and all clock changes, are at quarters of an hour: no slot hides between them. */
    @Property(tries = 300)
    void the_next_time_is_the_first_that_is_allowed(@ForAll Random random) {
        Draws.Spec drawn = new Draws(random).calendar(LocalDate.of(2026, 3, 10));
        Instant around = nearAClockChange(drawn.zone(), random);
        Draws.Spec spec = new Draws.Spec(
                drawn.zone(),
                drawn.weekdays(),
                drawn.from(),
                drawn.to(),
                drawn.everyNthDay(),
                new Draws(random)
                        .calendar(LocalDate.ofInstant(around, drawn.zone()))
                        .moratorium());
        Instant notBefore = around.plusSeconds(900L * (random.nextInt(400) - 200));

        Optional<Instant> next = spec.calendar().next(notBefore);

        Instant first = notBefore;
        while (!spec.allows(first)) {
            first = first.plus(STEP);
        }
        assertThat(next).as("%s from %s", spec, notBefore).contains(first);
    }

    @Property(tries = 300)
    void the_next_time_is_allowed_and_never_earlier(@ForAll Random random) {
        Draws.Spec spec = new Draws(random).calendar(LocalDate.of(2026, 3, 10));
        Instant notBefore = nearAClockChange(spec.zone(), random).plusNanos(random.nextLong(10_000_000_000_000L));

        Instant next = spec.calendar().next(notBefore).orElseThrow();

        assertThat(next).isAfterOrEqualTo(notBefore);
        assertThat(spec.allows(next)).isTrue();
    }

    private static Instant nearAClockChange(ZoneId zone, Random random) {
        Instant from = Instant.parse("2009-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(365 * 17)));
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        return change == null ? from : change.getInstant();
    }
}
