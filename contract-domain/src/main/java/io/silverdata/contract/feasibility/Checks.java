package io.silverdata.contract.feasibility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.FeasibilityCheck.Kind;
import io.silverdata.contract.model.FeasibilityCheck.Result;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterSurvey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The questions that are asked about each splitter. Each gives its figures as the reason. */
final class Checks {
    private static final List<Function<Candidate, FeasibilityCheck>> ALL = ImmutableList.of(
            Checks::splitterOutputFree,
            Checks::ponSubscriberLimit,
            Checks::dropDistance,
            Checks::opticalBudget,
            Checks::networkUp,
            Checks::technology);

    private Checks() {}

    static List<FeasibilityCheck> on(Candidate candidate) {
        return Stream.concat(ALL.stream().map(check -> check.apply(candidate)), oversubscription(candidate).stream())
                .collect(ImmutableList.toImmutableList());
    }

    static FeasibilityCheck splitterOutputFree(Candidate candidate) {
        int free = candidate.survey().freeOutputs();
        return new FeasibilityCheck(
                Kind.SPLITTER_OUTPUT_FREE,
                free > 0 ? Result.PASS : Result.FAIL,
                free + " of " + candidate.survey().splitter().outputs() + " outputs free");
    }

    static FeasibilityCheck ponSubscriberLimit(Candidate candidate) {
        long withThisOne = candidate.survey().subscribers() + 1L;
        int limit = candidate.survey().ponPort().subscriberLimit();
        return new FeasibilityCheck(
                Kind.PON_SUBSCRIBER_LIMIT,
                within(candidate.policy(), withThisOne, limit),
                withThisOne + " subscribers with this one, at most " + limit);
    }

    static FeasibilityCheck dropDistance(Candidate candidate) {
        FeasibilityPolicy policy = candidate.policy();
        return new FeasibilityCheck(
                Kind.DROP_DISTANCE,
                within(policy, candidate.drop().metres(), policy.maxDrop().metres()),
                "drop of about " + candidate.drop() + " (" + candidate.crow() + " as the crow flies x "
                        + policy.dropRouting() + "), at most " + policy.maxDrop());
    }

    static FeasibilityCheck opticalBudget(Candidate candidate) {
        SplitterSurvey survey = candidate.survey();
        Optional<Splitter> unrecorded = survey.chain().stream()
                .filter(splitter -> OpticalDesign.recordedLoss(splitter).isEmpty())
                .findFirst();
        if (candidate.budget().isPresent()) {
            OpticalBudget budget = candidate.budget().get();
            return unrecorded
                    .map(splitter -> optical(
                            Ordering.natural().max(budget.result(), Result.WARN),
                            budget + "; loss of " + splitter.id() + " assumed"))
                    .orElseGet(() -> optical(budget.result(), budget.toString()));
        }
        PonPort ponPort = survey.ponPort();
        return ponPort.transmitPower().isEmpty()
                ? optical(Result.UNKNOWN, "transmit power of " + ponPort.id() + " is not known")
                : optical(
                        Result.UNKNOWN,
                        "loss of splitter " + unrecorded.orElseThrow().id() + " is not known");
    }

    static FeasibilityCheck networkUp(Candidate candidate) {
        ServiceState olt = candidate.survey().oltState();
        PonPort ponPort = candidate.survey().ponPort();
        return new FeasibilityCheck(
                Kind.NETWORK_UP,
                Ordering.natural().max(up(olt), up(ponPort.state())),
                "OLT " + ponPort.id().olt() + " is " + olt + ", PON port " + ponPort.id() + " is " + ponPort.state());
    }

    static FeasibilityCheck technology(Candidate candidate) {
        PonPort ponPort = candidate.survey().ponPort();
        return new FeasibilityCheck(
                Kind.TECHNOLOGY,
                ponPort.technologies().contains(candidate.plan().technology()) ? Result.PASS : Result.FAIL,
                "plan needs " + candidate.plan().technology() + ", PON port carries " + ponPort.technologies());
    }

    /** Asked only where the host tells what is sold. */
    static Optional<FeasibilityCheck> oversubscription(Candidate candidate) {
        Bandwidth wanted = candidate.plan().download();
        Bandwidth capacity = candidate.plan().technology().downstream();
        long max = Math.round(capacity.bitsPerSecond() * candidate.policy().maxOversubscription());
        return candidate.survey().sold().map(rates -> {
            long sold = rates.stream().mapToLong(Bandwidth::bitsPerSecond).sum() + wanted.bitsPerSecond();
            return new FeasibilityCheck(
                    Kind.OVERSUBSCRIPTION,
                    within(candidate.policy(), sold, max),
                    sold / 1_000_000 + " Mbit/s sold with this one, at most " + max / 1_000_000 + " Mbit/s ("
                            + candidate.policy().maxOversubscription() + " times " + capacity + ")");
        });
    }

    private static Result within(FeasibilityPolicy policy, long use, long limit) {
        if (use > limit) {
            return Result.FAIL;
        }
        return policy.isClose(use, limit) ? Result.WARN : Result.PASS;
    }

    private static Result up(ServiceState state) {
        return switch (state) {
            case UP -> Result.PASS;
            case DOWN -> Result.FAIL;
            case UNKNOWN -> Result.UNKNOWN;
        };
    }

    private static FeasibilityCheck optical(Result result, String detail) {
        return new FeasibilityCheck(Kind.OPTICAL_BUDGET, result, detail);
    }
}
