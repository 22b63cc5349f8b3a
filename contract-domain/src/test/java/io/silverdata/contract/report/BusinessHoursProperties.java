package io.silverdata.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BusinessHoursProperties {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant BEGIN = Instant.parse("2026-03-20T00:00:00Z");
    private static final BusinessHours OFFICE = BusinessHours.named("office", MADRID)
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(12, 30))
            .open(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, LocalTime.of(1, 0), LocalTime.of(4, 0))
            .closedOn(day -> day.getDayOfMonth() == 24);

    /** Looked at minute by minute, over the day on which clocks go forward. */
    @Property(tries = 300)
    void working_time_is_the_sum_of_the_minutes_in_which_it_is_open(
            @ForAll @IntRange(max = 20_000) int first, @ForAll @IntRange(min = 1, max = 6_000) int minutes) {
        Instant from = BEGIN.plus(Duration.ofMinutes(first));
        long open = 0;
        for (int minute = 0; minute < minutes; minute++) {
            ZonedDateTime time = from.plus(Duration.ofMinutes(minute)).atZone(MADRID);
            boolean weekend = time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            LocalTime clock = time.toLocalTime();
            boolean isOpen = weekend
                    ? !clock.isBefore(LocalTime.of(1, 0)) && clock.isBefore(LocalTime.of(4, 0))
                    : !clock.isBefore(LocalTime.of(8, 0)) && clock.isBefore(LocalTime.of(12, 30));
            open += isOpen && time.getDayOfMonth() != 24 ? 1 : 0;
        }

        assertThat(OFFICE.between(from, from.plus(Duration.ofMinutes(minutes)))).isEqualTo(Duration.ofMinutes(open));
    }

    @Example
    void hours_that_run_backwards_or_overlap_and_other_zones_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OFFICE.open(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, LocalTime.of(14, 0), LocalTime.of(15, 0)))
                .withMessage("last must be FRIDAY or later in the week, was MONDAY");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OFFICE.open(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, LocalTime.of(15, 0), LocalTime.of(15, 0)))
                .withMessage("to must be after 15:00, was 15:00");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OFFICE.open(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, LocalTime.of(12, 0), LocalTime.of(15, 0)))
                .withMessage("from must be outside of 08:00 to 12:30, when FRIDAY is open already, was 12:00");
        assertThatIllegalArgumentException().isThrownBy(() -> BusinessHours.named("", MADRID));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ReportSettings.in(ZoneId.of("America/Guayaquil")).withBusinessHours(OFFICE))
                .withMessage("businessHours must be in the zone of the reports, America/Guayaquil,"
                        + " was \"office\" in Europe/Madrid");
    }
}
