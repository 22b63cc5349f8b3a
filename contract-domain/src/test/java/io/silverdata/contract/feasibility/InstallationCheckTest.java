package io.silverdata.contract.feasibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.FeasibilityCheck.Result;
import io.silverdata.contract.model.OpticalPower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationCheckTest {

    @Test
    void says_how_far_the_measured_power_is_from_the_predicted_one() {
        InstallationCheck darker = check(-20, -22.5);
        InstallationCheck brighter = check(-20, -18.8);

        assertThat(darker.deviation()).isEqualTo(Decibels.of(-2.5));
        assertThat(brighter.deviation()).isEqualTo(Decibels.of(1.2));
    }

    @ParameterizedTest
    @CsvSource({"-23.01, WARN", "-23.00, PASS", "-20.00, PASS", "-14.00, PASS", "-13.99, WARN"})
    void warns_when_the_deviation_is_more_than_the_design_allows(double measured, Result expected) {
        InstallationCheck check = check(-20, measured);

        assertThat(check.result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-27.01, FAIL", "-27.00, PASS"})
    void fails_below_the_sensitivity_even_if_predicted(double measured, Result expected) {
        InstallationCheck check = check(-27.01, measured);

        assertThat(check.result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-7.99, FAIL", "-8.00, PASS"})
    void fails_above_the_overload_even_if_predicted(double measured, Result expected) {
        InstallationCheck check = check(-8, measured);

        assertThat(check.result()).isEqualTo(expected);
    }

    private static InstallationCheck check(double predicted, double measured) {
        return new InstallationCheck(
                OpticalDesign.defaults(), OpticalPower.ofDbm(predicted), OpticalPower.ofDbm(measured));
    }
}
