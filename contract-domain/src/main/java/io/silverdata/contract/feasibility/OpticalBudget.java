package io.silverdata.contract.feasibility;

import com.google.common.math.LongMath;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.OpticalPower;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * The light on its way from the OLT to an ONU: what is sent, what each kind of part takes away, what arrives. The losses
 * add up as in the link budget of ITU-T G.984.2, clause 8.2.7.1, in hundredths of a decibel, so that sums are exact.
 *
 * @param design the parameters
 * @param transmitted power of the OLT's optics; take the lower end of their class
 * @param splitters loss of all splitters on the way, 0 to 200 dB
 * @param fibre loss of the fibre, 0 to 200 dB
 * @param connectors loss of all connectors, 0 to 200 dB
 * @param splices loss of all splices, 0 to 200 dB
 */
public record OpticalBudget(
        OpticalDesign design,
        OpticalPower transmitted,
        Decibels splitters,
        Decibels fibre,
        Decibels connectors,
        Decibels splices) {
    private static final Decibels MAX_LOSS = new Decibels(20_000);
    private static final OpticalPower DARKNESS = OpticalPower.ofDbm(-100);
    private static final int METRES_PER_KILOMETRE = 1_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public OpticalBudget {
        Objects.requireNonNull(design, "design");
        Objects.requireNonNull(transmitted, "transmitted");
        Range.check("splitters", splitters, Decibels.ZERO, MAX_LOSS);
        Range.check("fibre", fibre, Decibels.ZERO, MAX_LOSS);
        Range.check("connectors", connectors, Decibels.ZERO, MAX_LOSS);
        Range.check("splices", splices, Decibels.ZERO, MAX_LOSS);
    }

    /**
     * The budget of a path. A loss of more than 200 dB counts as 200 dB; that of the fibre is rounded up to the hundredth.
     *
     * @param transmitted power of the OLT's optics; take the lower end of their class
     * @param splitterLosses of the splitters on the way, each 0 dB or more
     * @param fibre all the way from the OLT to the ONU
     * @throws IllegalArgumentException if a loss is negative
     */
    public static OpticalBudget of(
            OpticalDesign design, OpticalPower transmitted, List<Decibels> splitterLosses, Distance fibre) {
        long splitters = splitterLosses.stream()
                .map(loss -> Range.check("splitter loss", loss, Decibels.ZERO, MAX_LOSS))
                .mapToLong(Decibels::hundredths)
                .sum();
        return new OpticalBudget(
                design,
                transmitted,
                loss(splitters),
                loss(LongMath.divide(
                        fibre.metres() * design.fibreLoss().hundredths(), METRES_PER_KILOMETRE, RoundingMode.CEILING)),
                loss(design.connectors(), splitterLosses.size()),
                loss(design.splices(), splitterLosses.size()));
    }

    /** All that is lost on the way, with what is kept back for ageing, at most 200 dB. */
    public Decibels loss() {
        return loss((long) splitters.hundredths()
                + fibre.hundredths()
                + connectors.hundredths()
                + splices.hundredths()
                + design.ageing().hundredths());
    }

    /** The power that arrives at the ONU; -100 dBm if less. */
    public OpticalPower received() {
        int hundredths = transmitted.hundredthsDbm() - loss().hundredths();
        return new OpticalPower(Math.max(hundredths, DARKNESS.hundredthsDbm()));
    }

    /** How far the power that arrives lies above the sensitivity of the ONU; negative if it is too dark. */
    public Decibels margin() {
        return received().above(design.sensitivity());
    }

    /** How far the power that arrives lies below the overload of the ONU; negative if it is too bright. */
    public Decibels headroom() {
        return design.overload().above(received());
    }

    /**
     * Whether the ONU can work with it: no if it is too dark or too bright, with a warning if the margin or the headroom is
     * less than the design wants. Never unknown.
     */
    public FeasibilityCheck.Result result() {
        if (margin().compareTo(design.minMargin()) < 0 || headroom().compareTo(Decibels.ZERO) < 0) {
            return FeasibilityCheck.Result.FAIL;
        }
        return margin().compareTo(design.warnMargin()) < 0 || headroom().compareTo(design.warnMargin()) < 0
                ? FeasibilityCheck.Result.WARN
                : FeasibilityCheck.Result.PASS;
    }

    /** The sum, as people write it. */
    @Override
    public String toString() {
        return transmitted + " - " + splitters + " splitters - " + fibre + " fibre - " + connectors + " connectors - "
                + splices + " splices - " + design.ageing() + " ageing = " + received() + ", margin " + margin()
                + ", headroom " + headroom();
    }

    private static Decibels loss(OpticalDesign.Joints joints, int splitters) {
        return loss(joints.count(splitters) * joints.loss().hundredths());
    }

    private static Decibels loss(long hundredths) {
        return new Decibels((int) Math.min(hundredths, MAX_LOSS.hundredths()));
    }
}
