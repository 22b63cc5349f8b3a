package io.silverdata.contract.feasibility;

import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.OpticalPower;
import java.util.Objects;

/**
 * The power that the installer measures at the ONU beside the one that was predicted. Too dark points to a dirty connector,
 * a tight bend or a bad splice, too bright to a splitter that is not the recorded one.
 *
 * @param design the parameters
 * @param predicted as in {@link io.silverdata.contract.model.SplitterAssessment#predictedPower()}
 * @param measured at the ONU
 */
public record InstallationCheck(OpticalDesign design, OpticalPower predicted, OpticalPower measured) {

    public InstallationCheck {
        Objects.requireNonNull(design, "design");
        Objects.requireNonNull(predicted, "predicted");
        Objects.requireNonNull(measured, "measured");
    }

    /** How far the measured power lies above the predicted one; negative if it is darker. */
    public Decibels deviation() {
        return measured.above(predicted);
    }

    /**
     * Whether the installation is good: no if the measured power is outside what the ONU can work with, whatever was
     * predicted; with a warning if it deviates by more than the design allows. Never unknown.
     */
    public FeasibilityCheck.Result result() {
        if (measured.compareTo(design.sensitivity()) < 0 || measured.compareTo(design.overload()) > 0) {
            return FeasibilityCheck.Result.FAIL;
        }
        Decibels deviation = deviation();
        return deviation.compareTo(design.darker().times(-1)) < 0 || deviation.compareTo(design.brighter()) > 0
                ? FeasibilityCheck.Result.WARN
                : FeasibilityCheck.Result.PASS;
    }
}
