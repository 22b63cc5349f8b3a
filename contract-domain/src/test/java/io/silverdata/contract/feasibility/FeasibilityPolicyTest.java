package io.silverdata.contract.feasibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.silverdata.contract.model.Distance;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeasibilityPolicyTest {

    @Test
    void has_the_documented_defaults() {
        FeasibilityPolicy policy = FeasibilityPolicy.defaults();

        assertThat(policy)
                .isEqualTo(new FeasibilityPolicy(
                        Distance.ofMetres(500),
                        20,
                        5,
                        Distance.ofMetres(300),
                        1.3,
                        90,
                        30,
                        Duration.ofDays(7),
                        OpticalDesign.defaults()))
                .isEqualTo(FeasibilityPolicy.builder().build());
    }

    @Test
    void is_built_with_every_value_that_was_set() {
        FeasibilityPolicy rural = new FeasibilityPolicy(
                Distance.ofMetres(3_000),
                50,
                7,
                Distance.ofMetres(1_500),
                1.6,
                80,
                12.5,
                Duration.ofDays(2),
                OpticalDesign.builder().assumeTypicalLoss(true).build());

        FeasibilityPolicy built = FeasibilityPolicy.builder()
                .searchRadius(rural.searchRadius())
                .maxSurveyed(rural.maxSurveyed())
                .maxKept(rural.maxKept())
                .maxDrop(rural.maxDrop())
                .dropRouting(rural.dropRouting())
                .warnPercent(rural.warnPercent())
                .maxOversubscription(rural.maxOversubscription())
                .validity(rural.validity())
                .optics(rural.optics())
                .build();

        assertThat(built).isEqualTo(rural);
        assertThat(rural.toBuilder().build()).isEqualTo(rural);
    }

    @ParameterizedTest
    @MethodSource
    void refuses_what_is_out_of_range(String message, UnaryOperator<FeasibilityPolicy.Builder> change) {
        FeasibilityPolicy.Builder builder = change.apply(FeasibilityPolicy.builder());

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(message);
    }

    static Stream<Arguments> refuses_what_is_out_of_range() {
        return Stream.of(
                outside("searchRadius must be 1 m to 50000 m, was \"0 m\"", b -> b.searchRadius(metres(0))),
                outside("searchRadius must be 1 m to 50000 m, was \"50001 m\"", b -> b.searchRadius(metres(50_001))),
                outside("maxSurveyed must be 1 to 1000, was \"0\"", b -> b.maxSurveyed(0)),
                outside("maxSurveyed must be 1 to 1000, was \"1001\"", b -> b.maxSurveyed(1_001)),
                outside("maxKept must be 1 to 100, was \"0\"", b -> b.maxKept(0)),
                outside("maxKept must be 1 to 100, was \"101\"", b -> b.maxKept(101)),
                outside("maxDrop must be 1 m to 50000 m, was \"0 m\"", b -> b.maxDrop(metres(0))),
                outside("maxDrop must be 1 m to 50000 m, was \"50001 m\"", b -> b.maxDrop(metres(50_001))),
                outside("dropRouting must be 1.0 to 5.0, was \"0.99\"", b -> b.dropRouting(0.99)),
                outside("dropRouting must be 1.0 to 5.0, was \"5.01\"", b -> b.dropRouting(5.01)),
                outside("dropRouting must be 1.0 to 5.0, was \"NaN\"", b -> b.dropRouting(Double.NaN)),
                outside("warnPercent must be 1 to 100, was \"0\"", b -> b.warnPercent(0)),
                outside("warnPercent must be 1 to 100, was \"101\"", b -> b.warnPercent(101)),
                outside("maxOversubscription must be 0.01 to 1000.0, was \"0.0\"", b -> b.maxOversubscription(0)),
                outside(
                        "maxOversubscription must be 0.01 to 1000.0, was \"1000.5\"",
                        b -> b.maxOversubscription(1_000.5)),
                outside("validity must be PT1M to PT8760H, was \"PT59S\"", b -> b.validity(Duration.ofSeconds(59))),
                outside(
                        "validity must be PT1M to PT8760H, was \"PT8760H1S\"",
                        b -> b.validity(Duration.ofDays(365).plusSeconds(1))));
    }

    @ParameterizedTest
    @MethodSource
    void takes_the_ends_of_the_ranges(UnaryOperator<FeasibilityPolicy.Builder> change) {
        FeasibilityPolicy.Builder builder = change.apply(FeasibilityPolicy.builder());

        assertThatCode(builder::build).doesNotThrowAnyException();
    }

    static Stream<UnaryOperator<FeasibilityPolicy.Builder>> takes_the_ends_of_the_ranges() {
        return Stream.of(
                b -> b.searchRadius(metres(1)).maxDrop(metres(1)).dropRouting(1),
                b -> b.searchRadius(metres(50_000)).maxDrop(metres(50_000)).dropRouting(5),
                b -> b.maxSurveyed(1).maxKept(1).warnPercent(1),
                b -> b.maxSurveyed(1_000).maxKept(100).warnPercent(100),
                b -> b.maxOversubscription(0.01),
                b -> b.maxOversubscription(1_000),
                b -> b.validity(Duration.ofMinutes(1)),
                b -> b.validity(Duration.ofDays(365)));
    }

    private static Arguments outside(String message, UnaryOperator<FeasibilityPolicy.Builder> change) {
        return arguments(message, change);
    }

    private static Distance metres(long value) {
        return Distance.ofMetres(value);
    }
}
