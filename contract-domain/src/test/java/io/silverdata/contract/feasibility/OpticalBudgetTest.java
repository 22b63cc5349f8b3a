package io.silverdata.contract.feasibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck.Result;
import io.silverdata.contract.model.OpticalPower;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpticalBudgetTest {
    private static final OpticalDesign DESIGN = OpticalDesign.defaults();

    @Test
    void adds_up_the_worked_example_exactly() {
        OpticalBudget budget =
                OpticalBudget.of(DESIGN, OpticalPower.ofDbm(1.5), List.of(Decibels.of(21.0)), Distance.ofMetres(5_000));

        assertThat(budget.splitters()).isEqualTo(Decibels.of(21.0));
        assertThat(budget.fibre()).isEqualTo(Decibels.of(2.0));
        assertThat(budget.connectors()).isEqualTo(Decibels.of(2.0));
        assertThat(budget.splices()).isEqualTo(Decibels.of(0.4));
        assertThat(budget.loss()).isEqualTo(Decibels.of(25.4));
        assertThat(budget.received()).isEqualTo(OpticalPower.ofDbm(-23.9));
        assertThat(budget.margin()).isEqualTo(Decibels.of(3.1));
        assertThat(budget.headroom()).isEqualTo(Decibels.of(15.9));
        assertThat(budget.result()).isEqualTo(Result.PASS);
        assertThat(budget)
                .hasToString("1.50 dBm - 21.00 dB splitters - 2.00 dB fibre - 2.00 dB connectors - 0.40 dB splices"
                        + " - 0.00 dB ageing = -23.90 dBm, margin 3.10 dB, headroom 15.90 dB");
    }

    @Test
    void sums_the_splitters_of_a_cascade_and_counts_their_joints() {
        OpticalDesign design = OpticalDesign.builder()
                .connectors(new OpticalDesign.Joints(Decibels.of(0.5), 3, 1))
                .splices(new OpticalDesign.Joints(Decibels.of(0.1), 1, 3))
                .build();

        OpticalBudget budget = OpticalBudget.of(
                design, OpticalPower.ofDbm(1.5), List.of(Decibels.of(10.8), Decibels.of(10.8)), Distance.ZERO);

        assertThat(budget.splitters()).isEqualTo(Decibels.of(21.6));
        assertThat(budget.connectors()).isEqualTo(Decibels.of(2.5));
        assertThat(budget.splices()).isEqualTo(Decibels.of(0.7));
    }

    @Test
    void keeps_light_back_for_ageing() {
        OpticalDesign design = OpticalDesign.builder().ageing(Decibels.of(1.5)).build();

        OpticalBudget budget =
                OpticalBudget.of(design, OpticalPower.ofDbm(1.5), List.of(Decibels.of(21.0)), Distance.ofMetres(5_000));

        assertThat(budget.received()).isEqualTo(OpticalPower.ofDbm(-25.4));
        assertThat(budget.margin()).isEqualTo(Decibels.of(1.6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "25, 1", "26, 2", "1000, 40", "1001, 41", "1234, 50"})
    void rounds_the_loss_of_the_fibre_up_to_the_hundredth(long metres, int hundredths) {
        OpticalBudget budget = through(metres);

        assertThat(budget.fibre()).isEqualTo(new Decibels(hundredths));
    }

    @ParameterizedTest
    @CsvSource({
        "-27.01, FAIL",
        "-27.00, WARN",
        "-24.01, WARN",
        "-24.00, PASS",
        "-11.00, PASS",
        "-10.99, WARN",
        "-8.00,  WARN",
        "-7.99,  FAIL"
    })
    void judges_the_power_that_arrives_by_the_window_of_the_onu(double dbm, Result expected) {
        OpticalBudget budget = arriving(DESIGN, dbm);

        assertThat(budget.received()).isEqualTo(OpticalPower.ofDbm(dbm));
        assertThat(budget.result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-26.01, FAIL", "-26.00, WARN", "-22.01, WARN", "-22.00, PASS", "-13.00, PASS", "-12.99, WARN"})
    void takes_the_margins_from_the_design(double dbm, Result expected) {
        OpticalDesign design = OpticalDesign.builder()
                .minMargin(Decibels.of(1))
                .warnMargin(Decibels.of(5))
                .build();

        OpticalBudget budget = arriving(design, dbm);

        assertThat(budget.result()).isEqualTo(expected);
    }

    @Test
    void calls_it_dark_when_less_arrives_than_can_be_written_down() {
        OpticalBudget budget = OpticalBudget.of(
                DESIGN,
                OpticalPower.ofDbm(1.5),
                List.of(new Decibels(20_000), new Decibels(20_000)),
                Distance.ofMetres(20_000_000));

        assertThat(budget.loss()).isEqualTo(Decibels.of(200));
        assertThat(budget.fibre()).isEqualTo(Decibels.of(200));
        assertThat(budget.received()).isEqualTo(OpticalPower.ofDbm(-100));
        assertThat(budget.margin()).isEqualTo(Decibels.of(-73));
        assertThat(budget.result()).isEqualTo(Result.FAIL);
    }

    @Test
    void refuses_a_splitter_that_amplifies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpticalBudget.of(
                        DESIGN, OpticalPower.ofDbm(1.5), List.of(Decibels.of(21), Decibels.of(-0.01)), Distance.ZERO))
                .withMessage("splitter loss must be 0.00 dB to 200.00 dB, was \"-0.01 dB\"");
    }

    @ParameterizedTest
    @CsvSource({"splitters, -1, 0, 0, 0", "fibre, 0, -1, 0, 0", "connectors, 0, 0, -1, 0", "splices, 0, 0, 0, -1"})
    void refuses_a_negative_part(String field, int splitters, int fibre, int connectors, int splices) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpticalBudget(
                        DESIGN,
                        OpticalPower.ofDbm(1.5),
                        new Decibels(splitters),
                        new Decibels(fibre),
                        new Decibels(connectors),
                        new Decibels(splices)))
                .withMessage(field + " must be 0.00 dB to 200.00 dB, was \"-0.01 dB\"");
    }

    private static OpticalBudget through(long metres) {
        return OpticalBudget.of(DESIGN, OpticalPower.ofDbm(1.5), List.of(), Distance.ofMetres(metres));
    }

    /** Without any loss but that of one splitter: what is sent at 1.5 dBm arrives at the power given. */
    private static OpticalBudget arriving(OpticalDesign design, double dbm) {
        return new OpticalBudget(
                design,
                OpticalPower.ofDbm(1.5),
                OpticalPower.ofDbm(1.5).above(OpticalPower.ofDbm(dbm)),
                Decibels.ZERO,
                Decibels.ZERO,
                Decibels.ZERO);
    }
}
