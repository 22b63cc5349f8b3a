package io.silverdata.contract.adapters.radius.dynauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a NAS that does not answer gets no more requests. */
class CircuitBreakerTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final CircuitBreaker breaker = new CircuitBreaker(new CircuitBreakerPolicy(3, Duration.ofSeconds(30)));

    @Test
    void the_circuit_opens_after_so_many_failures_in_a_row_and_not_before() {
        assertThat(breaker.failed(false, 0)).isFalse();
        assertThat(breaker.failed(false, 0)).isFalse();
        assertThat(breaker.answered()).isFalse();
        assertThat(breaker.failed(false, 0)).isFalse();
        assertThat(breaker.failed(false, 0)).isFalse();
        assertThat(breaker.admits(0)).isTrue();

        assertThat(breaker.failed(false, 0)).isTrue();

        assertThat(breaker.admits(29 * SECOND)).isFalse();
    }

    @Test
    void an_open_circuit_lets_one_probe_through_at_a_time() {
        open();

        assertThat(breaker.admits(30 * SECOND)).isTrue();
        assertThat(breaker.requestSent()).isTrue();
        assertThat(breaker.admits(31 * SECOND)).isFalse();
        assertThat(breaker.failed(true, 40 * SECOND)).isFalse();
        assertThat(breaker.admits(69 * SECOND)).isFalse();
        assertThat(breaker.admits(70 * SECOND)).isTrue();
    }

    @Test
    void a_late_failure_of_an_older_request_does_not_end_the_probe() {
        open();
        breaker.requestSent();

        breaker.failed(false, 35 * SECOND);

        assertThat(breaker.admits(60 * SECOND)).isFalse();
    }

    @Test
    void any_answer_closes_the_circuit() {
        open();

        assertThat(breaker.answered()).isTrue();

        assertThat(breaker.admits(0)).isTrue();
        assertThat(breaker.requestSent()).isFalse();
        assertThat(breaker.failed(false, 0)).isFalse();
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            breaker.failed(false, 0);
        }
        assertThat(breaker.isOpen()).isTrue();
    }
}
