package io.silverdata.contract.adapters.radius.dynauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The 256 identifiers of a source port. */
class IdentifiersTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Identifiers<String> identifiers = new Identifiers<>(Duration.ofSeconds(5), 0);

    @Test
    void the_identifier_that_is_free_for_the_longest_time_is_taken_first() {
        assertThat(identifiers.take("a")).isZero();
        assertThat(identifiers.take("b")).isEqualTo(1);
        identifiers.release(1, SECOND);
        identifiers.release(0, 2 * SECOND);
        for (int i = 2; i < 256; i++) {
            assertThat(identifiers.take("c")).isEqualTo(i);
        }

        assertThat(identifiers.freeFor(3 * SECOND)).isEqualTo(-3 * SECOND);
        assertThat(identifiers.take("d")).isEqualTo(1);
        assertThat(identifiers.take("e")).isZero();
        assertThat(identifiers.freeFor(99 * SECOND)).isEqualTo(Long.MIN_VALUE);
        assertThatIllegalStateException().isThrownBy(() -> identifiers.take("f"));
        assertThat(identifiers.holders()).hasSize(256);
    }

    @Test
    void an_identifier_that_was_not_used_after_all_is_the_next_again() {
        int taken = identifiers.take("a");

        identifiers.undoTake(taken);

        assertThat(identifiers.holder(taken)).isNull();
        assertThat(identifiers.freeFor(0)).isZero();
        assertThat(identifiers.take("b")).isEqualTo(taken);
    }
}
