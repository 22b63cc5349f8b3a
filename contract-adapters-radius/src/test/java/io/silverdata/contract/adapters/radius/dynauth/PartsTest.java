package io.silverdata.contract.adapters.radius.dynauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The small parts of a lane, each on its own. */
class PartsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Whether a NAS is left alone. */
    @Nested
    class CircuitOf {
        private final Circuit circuit = new Circuit(new BreakerPolicy(3, Duration.ofSeconds(30)));

        @Test
        void opens_after_so_many_failures_in_a_row_and_not_before() {
            assertThat(circuit.failed(false, 0)).isFalse();
            assertThat(circuit.failed(false, 0)).isFalse();
            assertThat(circuit.answered()).isFalse();
            assertThat(circuit.failed(false, 0)).isFalse();
            assertThat(circuit.failed(false, 0)).isFalse();
            assertThat(circuit.admits(0)).isTrue();

            assertThat(circuit.failed(false, 0)).isTrue();

            assertThat(circuit.admits(29 * SECOND)).isFalse();
        }

        @Test
        void lets_one_probe_through_at_a_time() {
            open();

            assertThat(circuit.admits(30 * SECOND)).isTrue();
            assertThat(circuit.sending()).isTrue();
            assertThat(circuit.admits(31 * SECOND)).isFalse();
            assertThat(circuit.failed(true, 40 * SECOND)).isFalse();
            assertThat(circuit.admits(69 * SECOND)).isFalse();
            assertThat(circuit.admits(70 * SECOND)).isTrue();
        }

        @Test
        void a_late_failure_of_an_older_request_does_not_end_the_probe() {
            open();
            circuit.sending();

            circuit.failed(false, 35 * SECOND);

            assertThat(circuit.admits(60 * SECOND)).isFalse();
        }

        @Test
        void any_answer_closes_it() {
            open();

            assertThat(circuit.answered()).isTrue();

            assertThat(circuit.admits(0)).isTrue();
            assertThat(circuit.sending()).isFalse();
            assertThat(circuit.failed(false, 0)).isFalse();
        }

        private void open() {
            for (int i = 0; i < 3; i++) {
                circuit.failed(false, 0);
            }
            assertThat(circuit.isOpen()).isTrue();
        }
    }

    /** The 256 of a port. */
    @Nested
    class IdentifiersOf {
        private final Identifiers<String> identifiers = new Identifiers<>(Duration.ofSeconds(5), 0);

        @Test
        void takes_the_one_that_is_free_longest() {
            assertThat(identifiers.take("a")).isZero();
            assertThat(identifiers.take("b")).isEqualTo(1);
            identifiers.release(1, SECOND);
            identifiers.release(0, 2 * SECOND);
            for (int i = 2; i < 256; i++) {
                assertThat(identifiers.take("c")).isEqualTo(i);
            }

            assertThat(identifiers.restedFor(3 * SECOND)).isEqualTo(-3 * SECOND);
            assertThat(identifiers.take("d")).isEqualTo(1);
            assertThat(identifiers.take("e")).isZero();
            assertThat(identifiers.restedFor(99 * SECOND)).isEqualTo(Long.MIN_VALUE);
            assertThatIllegalStateException().isThrownBy(() -> identifiers.take("f"));
            assertThat(identifiers.holders()).hasSize(256);
        }

        @Test
        void one_that_was_not_used_after_all_is_the_next_again() {
            int taken = identifiers.take("a");

            identifiers.undoTake(taken);

            assertThat(identifiers.holder(taken)).isNull();
            assertThat(identifiers.restedFor(0)).isZero();
            assertThat(identifiers.take("b")).isEqualTo(taken);
        }
    }

    /** How many at a time. */
    @Nested
    class InFlightLimitOf {
        private final InFlightLimit limit = new InFlightLimit(8);

        @Test
        void is_halved_once_for_what_was_sent_before() {
            limit.overloaded(0, SECOND);
            limit.overloaded(SECOND - 1, 2 * SECOND);
            assertThat(limit.current()).isEqualTo(4);

            limit.overloaded(2 * SECOND, 3 * SECOND);
            limit.overloaded(3 * SECOND, 4 * SECOND);
            limit.overloaded(4 * SECOND, 5 * SECOND);

            assertThat(limit.current()).isEqualTo(1);
        }

        @Test
        void grows_by_one_with_each_round_of_answers_and_not_beyond_what_was_configured() {
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
}
