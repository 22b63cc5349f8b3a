package io.silverdata.contract.feasibility;

import com.google.common.collect.ImmutableList;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterSurvey;
import java.util.List;
import java.util.Optional;

/**
 * A splitter that might serve an address, and what the checks look at.
 *
 * @param crow distance from the splitter to the address as the crow flies
 * @param drop estimated length of the drop
 * @param budget if the transmit power and all losses on the way are known
 */
record Candidate(
        FeasibilityPolicy policy,
        PlanSnapshot plan,
        SplitterSurvey survey,
        Distance crow,
        Distance drop,
        Optional<OpticalBudget> budget) {
    /** The Earth is not larger, and no drop is longer. */
    private static final long MAX_METRES = 20_000_000;

    static Candidate of(FeasibilityPolicy policy, ServiceAddress address, PlanSnapshot plan, SplitterSurvey survey) {
        Distance crow = survey.splitter().position().distanceTo(address.position());
        Distance drop = atMost(Math.round(crow.metres() * policy.dropRouting()));
        return new Candidate(policy, plan, survey, crow, drop, budget(policy.optics(), survey, drop));
    }

    private static Optional<OpticalBudget> budget(OpticalDesign optics, SplitterSurvey survey, Distance drop) {
        List<Splitter> chain = survey.chain();
        List<Decibels> losses =
                chain.stream().map(optics::lossOf).flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
        if (losses.size() < chain.size()) {
            return Optional.empty();
        }
        long feeds =
                chain.stream().mapToLong(splitter -> splitter.feed().metres()).sum();
        Distance fibre = atMost(feeds + drop.metres());
        return survey.ponPort().transmitPower().map(power -> OpticalBudget.of(optics, power, losses, fibre));
    }

    private static Distance atMost(long metres) {
        return Distance.ofMetres(Math.min(metres, MAX_METRES));
    }
}
