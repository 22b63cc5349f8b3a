package io.silverdata.contract.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationPolicyTest {
    private static final AllocationPolicy DEFAULTS = AllocationPolicy.defaults();

    @Test
    void has_the_documented_defaults() {
        assertThat(DEFAULTS)
                .isEqualTo(new AllocationPolicy(Duration.ofDays(7), 2, Duration.ZERO, PortPreference.NEAREST));
    }

    @Test
    void changes_one_value_and_keeps_the_others() {
        AllocationPolicy changed = DEFAULTS.withReservationTtl(Duration.ofHours(1))
                .withMaxRenewals(5)
                .withQuarantine(Duration.ofDays(3))
                .withPreference(PortPreference.BEST_MARGIN);

        assertThat(changed)
                .isEqualTo(
                        new AllocationPolicy(Duration.ofHours(1), 5, Duration.ofDays(3), PortPreference.BEST_MARGIN));
    }

    @ParameterizedTest
    @MethodSource
    void refuses_what_is_out_of_range(String message, UnaryOperator<AllocationPolicy> change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(DEFAULTS))
                .withMessage(message);
    }

    static Stream<Arguments> refuses_what_is_out_of_range() {
        return Stream.of(
                outside(
                        "reservationTtl must be PT1M to PT8760H, was \"PT59S\"",
                        policy -> policy.withReservationTtl(Duration.ofSeconds(59))),
                outside(
                        "reservationTtl must be PT1M to PT8760H, was \"PT8760H1S\"",
                        policy -> policy.withReservationTtl(Duration.ofDays(365).plusSeconds(1))),
                outside("maxRenewals must be 0 to 100, was \"-1\"", policy -> policy.withMaxRenewals(-1)),
                outside("maxRenewals must be 0 to 100, was \"101\"", policy -> policy.withMaxRenewals(101)),
                outside(
                        "quarantine must be PT0S to PT8760H, was \"PT-1S\"",
                        policy -> policy.withQuarantine(Duration.ofSeconds(-1))),
                outside(
                        "quarantine must be PT0S to PT8760H, was \"PT8760H1S\"",
                        policy -> policy.withQuarantine(Duration.ofDays(365).plusSeconds(1))));
    }

    @ParameterizedTest
    @MethodSource
    void takes_the_ends_of_the_ranges(UnaryOperator<AllocationPolicy> change) {
        assertThatCode(() -> change.apply(DEFAULTS)).doesNotThrowAnyException();
    }

    static Stream<UnaryOperator<AllocationPolicy>> takes_the_ends_of_the_ranges() {
        return Stream.of(
                policy -> policy.withReservationTtl(Duration.ofMinutes(1)),
                policy -> policy.withReservationTtl(Duration.ofDays(365)),
                policy -> policy.withMaxRenewals(0),
                policy -> policy.withMaxRenewals(100),
                policy -> policy.withQuarantine(Duration.ofDays(365)));
    }

    private static Arguments outside(String message, UnaryOperator<AllocationPolicy> change) {
        return arguments(message, change);
    }
}
