package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayRangeTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 28);

    @Test
    void has_every_day_but_the_end() {
        assertThat(new DayRange(FIRST, LocalDate.of(2026, 3, 1)).length()).isEqualTo(1);
        assertThat(new DayRange(FIRST, LocalDate.of(2027, 2, 28)).length()).isEqualTo(365);
    }

    @Test
    void has_at_least_one_day() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayRange(FIRST, FIRST))
                .withMessage("to must be after 2026-02-28, was \"2026-02-28\"");
    }
}
