package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BurstTest {
    private static final Rates HOME = Rates.ofMbps(100, 50);
    private static final Rates THRESHOLDS = Rates.ofMbps(80, 40);

    @Test
    void rates_have_no_burst_unless_told() {
        assertThat(HOME.burst()).isEmpty();
        assertThat(HOME).isEqualTo(new Rates(Bandwidth.ofMbps(100), Bandwidth.ofMbps(50)));
    }

    @Test
    void a_burst_is_no_slower_than_the_rates() {
        Burst slower = Burst.of(Rates.ofMbps(99, 50), THRESHOLDS, Duration.ofSeconds(8));

        assertThatThrownBy(() -> HOME.with(slower))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("burst")
                .hasMessageContaining("at least 100 Mbit/s down");
    }

    @Test
    void a_burst_is_counted_in_whole_seconds_of_an_hour() {
        for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofMillis(1500), Duration.ofSeconds(3601)}) {
            assertThatThrownBy(() -> Burst.of(HOME, THRESHOLDS, wrong))
                    .as(wrong.toString())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
