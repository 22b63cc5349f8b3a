package io.silverdata.contract.feasibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.silverdata.contract.feasibility.OpticalDesign.Joints;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.OpticalPower;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpticalDesignTest {

    @Test
    void has_the_documented_defaults() {
        OpticalDesign design = OpticalDesign.defaults();

        assertThat(design)
                .isEqualTo(new OpticalDesign(
                        Decibels.of(0.4),
                        new Joints(Decibels.of(0.5), 4, 0),
                        new Joints(Decibels.of(0.1), 2, 2),
                        Decibels.ZERO,
                        OpticalPower.ofDbm(-27),
                        OpticalPower.ofDbm(-8),
                        Decibels.ZERO,
                        Decibels.of(3),
                        Decibels.of(3),
                        Decibels.of(6),
                        false))
                .isEqualTo(OpticalDesign.builder().build());
    }

    @Test
    void is_built_with_every_value_that_was_set() {
        OpticalDesign classC = new OpticalDesign(
                Decibels.of(0.35),
                new Joints(Decibels.of(0.3), 2, 1),
                new Joints(Decibels.of(0.05), 1, 3),
                Decibels.of(1),
                OpticalPower.ofDbm(-30),
                OpticalPower.ofDbm(-9),
                Decibels.of(0.5),
                Decibels.of(2),
                Decibels.of(2.5),
                Decibels.of(5),
                true);

        OpticalDesign built = OpticalDesign.builder()
                .fibreLoss(classC.fibreLoss())
                .connectors(classC.connectors())
                .splices(classC.splices())
                .ageing(classC.ageing())
                .sensitivity(classC.sensitivity())
                .overload(classC.overload())
                .minMargin(classC.minMargin())
                .warnMargin(classC.warnMargin())
                .darker(classC.darker())
                .brighter(classC.brighter())
                .assumeTypicalLoss(classC.assumeTypicalLoss())
                .build();

        assertThat(built).isEqualTo(classC);
        assertThat(classC.toBuilder().build()).isEqualTo(classC);
    }

    @ParameterizedTest
    @MethodSource
    void refuses_what_is_out_of_range(String message, UnaryOperator<OpticalDesign.Builder> change) {
        OpticalDesign.Builder builder = change.apply(OpticalDesign.builder());

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(message);
    }

    static Stream<Arguments> refuses_what_is_out_of_range() {
        return Stream.of(
                outside("fibreLoss must be 0.00 dB to 10.00 dB, was \"-0.01 dB\"", b -> b.fibreLoss(dB(-0.01))),
                outside("fibreLoss must be 0.00 dB to 10.00 dB, was \"10.01 dB\"", b -> b.fibreLoss(dB(10.01))),
                outside("ageing must be 0.00 dB to 10.00 dB, was \"-0.01 dB\"", b -> b.ageing(dB(-0.01))),
                outside("ageing must be 0.00 dB to 10.00 dB, was \"10.01 dB\"", b -> b.ageing(dB(10.01))),
                outside(
                        "sensitivity must be -60.00 dBm to 0.00 dBm, was \"-60.01 dBm\"",
                        b -> b.sensitivity(dBm(-60.01))),
                outside("sensitivity must be -60.00 dBm to 0.00 dBm, was \"0.01 dBm\"", b -> b.sensitivity(dBm(0.01))),
                outside("overload must be -26.99 dBm to 40.00 dBm, was \"-27.00 dBm\"", b -> b.overload(dBm(-27))),
                outside("minMargin must be 0.00 dB to 20.00 dB, was \"-0.01 dB\"", b -> b.minMargin(dB(-0.01))),
                outside("minMargin must be 0.00 dB to 20.00 dB, was \"20.01 dB\"", b -> b.minMargin(dB(20.01))),
                outside("warnMargin must be 3.50 dB to 20.00 dB, was \"3.00 dB\"", b -> b.minMargin(dB(3.5))),
                outside("warnMargin must be 0.00 dB to 20.00 dB, was \"20.01 dB\"", b -> b.warnMargin(dB(20.01))),
                outside("darker must be 0.00 dB to 20.00 dB, was \"-0.01 dB\"", b -> b.darker(dB(-0.01))),
                outside("darker must be 0.00 dB to 20.00 dB, was \"20.01 dB\"", b -> b.darker(dB(20.01))),
                outside("brighter must be 0.00 dB to 20.00 dB, was \"-0.01 dB\"", b -> b.brighter(dB(-0.01))),
                outside("brighter must be 0.00 dB to 20.00 dB, was \"20.01 dB\"", b -> b.brighter(dB(20.01))));
    }

    @ParameterizedTest
    @MethodSource
    void takes_the_ends_of_the_ranges(UnaryOperator<OpticalDesign.Builder> change) {
        OpticalDesign.Builder builder = change.apply(OpticalDesign.builder());

        assertThatCode(builder::build).doesNotThrowAnyException();
    }

    static Stream<UnaryOperator<OpticalDesign.Builder>> takes_the_ends_of_the_ranges() {
        return Stream.of(
                b -> b.fibreLoss(dB(0)).ageing(dB(0)).minMargin(dB(0)).warnMargin(dB(0)),
                b -> b.fibreLoss(dB(10)).ageing(dB(10)).minMargin(dB(20)).warnMargin(dB(20)),
                b -> b.sensitivity(dBm(-60)).overload(dBm(-59.99)),
                b -> b.sensitivity(dBm(0)).overload(dBm(40)),
                b -> b.darker(dB(0)).brighter(dB(0)),
                b -> b.darker(dB(20)).brighter(dB(20)));
    }

    @Test
    void refuses_joints_out_of_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Joints(dB(-0.01), 1, 1))
                .withMessage("loss must be 0.00 dB to 10.00 dB, was \"-0.01 dB\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Joints(dB(0.5), 101, 1))
                .withMessage("perPath must be 0 to 100, was \"101\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Joints(dB(0.5), 1, -1))
                .withMessage("perSplitter must be 0 to 100, was \"-1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3.8",
        "3, 7.2",
        "4, 7.2",
        "5, 10.8",
        "8, 10.8",
        "16, 14.5",
        "17, 17.5",
        "24, 17.5",
        "32, 17.5",
        "64, 21.0",
        "65, 24.5",
        "128, 24.5"
    })
    void knows_the_typical_loss_of_a_splitter(int outputs, double decibels) {
        Decibels loss = OpticalDesign.typicalLoss(outputs);

        assertThat(loss).isEqualTo(Decibels.of(decibels));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 129})
    void knows_no_typical_loss_of_what_is_no_splitter(int outputs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpticalDesign.typicalLoss(outputs))
                .withMessage("outputs must be 2 to 128, was \"" + outputs + "\"");
    }

    private static Arguments outside(String message, UnaryOperator<OpticalDesign.Builder> change) {
        return arguments(message, change);
    }

    private static Decibels dB(double value) {
        return Decibels.of(value);
    }

    private static OpticalPower dBm(double value) {
        return OpticalPower.ofDbm(value);
    }
}
