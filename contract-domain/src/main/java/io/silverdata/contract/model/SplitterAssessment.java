package io.silverdata.contract.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the checks say about serving an address from one splitter.
 *
 * @param splitter the splitter
 * @param ponPort the PON port that feeds it
 * @param drop estimated length of the drop
 * @param checks the answers, one for each question that was asked
 * @param predictedPower at the ONU, if all losses on the way are known
 * @param margin above the sensitivity of the ONU, if the power is known
 */
public record SplitterAssessment(
        SplitterId splitter,
        PonPortId ponPort,
        Distance drop,
        List<FeasibilityCheck> checks,
        Optional<OpticalPower> predictedPower,
        Optional<Decibels> margin) {

    public SplitterAssessment {
        Objects.requireNonNull(splitter, "splitter");
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(drop, "drop");
        checks = List.copyOf(checks);
        Objects.requireNonNull(predictedPower, "predictedPower");
        Objects.requireNonNull(margin, "margin");
    }

    /** The verdict on this splitter alone: the worst answer decides. */
    public Verdict verdict() {
        return checks.stream()
                .map(FeasibilityCheck::result)
                .max(Enum::compareTo)
                .map(SplitterAssessment::verdictOn)
                .orElse(Verdict.UNKNOWN);
    }

    private static Verdict verdictOn(FeasibilityCheck.Result worst) {
        return switch (worst) {
            case PASS -> Verdict.QUALIFIED;
            case WARN -> Verdict.QUALIFIED_WITH_WARNINGS;
            case UNKNOWN -> Verdict.UNKNOWN;
            case FAIL -> Verdict.UNQUALIFIED;
        };
    }
}
