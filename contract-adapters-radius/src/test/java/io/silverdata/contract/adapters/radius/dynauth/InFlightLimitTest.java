package io.silverdata.contract.adapters.radius.dynauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many requests a NAS gets at a time. */
class InFlightLimitTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final InFlightLimit limit = new InFlightLimit(8);

    @Test
    void the_limit_is_halved_once_for_what_was_sent_before() {
        limit.overloaded(0, SECOND);
        limit.overloaded(SECOND - 1, 2 * SECOND);
        assertThat(limit.current()).isEqualTo(4);

        limit.overloaded(2 * SECOND, 3 * SECOND);
        limit.overloaded(3 * SECOND, 4 * SECOND);
        limit.overloaded(4 * SECOND, 5 * SECOND);

        assertThat(limit.current()).isEqualTo(1);
    }

    @Test
    void the_limit_grows_by_one_with_each_round_of_answers_and_not_beyond_what_was_configured() {
        limit.overloaded(0, SECOND);
        for (int i = 0; i < 4 + 5 + 6; i++) {
            limit.answered();
        }
        assertThat(limit.current()).isEqualTo(7);

        for (int i = 0; i < 1_000; i++) {
            limit.answered();
        }

        assertThat(limit.current()).isEqualTo(8);
    }
}
