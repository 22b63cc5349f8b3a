package io.silverdata.contract.internal.command;

import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.allocation.PortAllocator;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.Plant;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds an output for a decision and claims it. One instance serves one unit of work. */
public final class PortSearch {
    private static final int OUTPUTS_AHEAD = 8;

    private final Plant plant;
    private final PortAllocator allocator;
    private final Function<Contract, Optional<Rejection>> objection;
    private final Instant now;
    private final Set<SplitterOutputId> claimed = new HashSet<>();

    /** A search in a plant at a time; nothing is claimed for a contract to which there is an objection. */
    public PortSearch(
            Plant plant, AllocationPolicy policy, Function<Contract, Optional<Rejection>> objection, Instant now) {
        this.plant = plant;
        this.allocator = new PortAllocator(policy);
        this.objection = objection;
        this.now = now;
    }

    /** The outputs that were claimed for the decision. */
    public Set<SplitterOutputId> claimed() {
        return Set.copyOf(claimed);
    }

    /** Whether an output works and is not kept back. */
    public boolean isServiceable(SplitterOutputId output) {
        return plant.port(output)
                .filter(found -> found.condition() == PortCondition.SERVICEABLE)
                .isPresent();
    }

    /**
     * Tries the qualified splitters in the policy's order until an output is claimed.
     *
     * @param decide the decision with those ports; asked for each candidate before it is claimed
     * @return the decision for the ports that were claimed, the first refusal, or {@link Rejection.NoPortAvailable}
     */
    public Either<Rejection, Decision> anyOf(
            Assessment assessment,
            ContractId contract,
            Supplier<List<SplitterSurvey>> nearby,
            Function<PortAssignment, Either<Rejection, Decision>> decide) {
        for (SplitterAssessment splitter : allocator.order(assessment)) {
            Optional<Either<Rejection, Decision>> outcome = anyOf(splitter, contract, decide);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return Either.left(new Rejection.NoPortAvailable(alternatives(assessment, nearby.get())));
    }

    /**
     * Looks a few outputs ahead, and on as long as others were faster; empty if nothing of the splitter can be had. Outputs
     * that others are just taking come last: only then is it worth to wait what becomes of them.
     */
    private Optional<Either<Rejection, Decision>> anyOf(
            SplitterAssessment splitter,
            ContractId contract,
            Function<PortAssignment, Either<Rejection, Decision>> decide) {
        Set<SplitterOutputId> tried = new HashSet<>();
        Map<SplitterOutputId, Decision> busy = new LinkedHashMap<>();
        for (List<SplitterOutputId> untried = untried(splitter, tried);
                !untried.isEmpty();
                untried = untried(splitter, tried)) {
            for (SplitterOutputId port : allocator.candidates(untried, contract)) {
                tried.add(port);
                Either<Rejection, Decision> decision = decide.apply(new PortAssignment(port, splitter.ponPort()))
                        .flatMap(this::unlessObjected);
                if (decision.isLeft()) {
                    return Optional.of(decision);
                }
                Optional<ClaimOutcome> outcome = claim(port, decision.get(), plant::claimUnlessBusy);
                if (outcome.isEmpty()) {
                    busy.put(port, decision.get());
                } else if (outcome.get() == ClaimOutcome.CLAIMED) {
                    return Optional.of(decision);
                } else if (outcome.get() == ClaimOutcome.PON_PORT_FULL) {
                    return Optional.empty();
                }
            }
        }
        return busy.entrySet().stream()
                .filter(waited -> claim(waited.getKey(), waited.getValue()) == ClaimOutcome.CLAIMED)
                .map(waited -> Either.<Rejection, Decision>right(waited.getValue()))
                .findFirst();
    }

    private List<SplitterOutputId> untried(SplitterAssessment splitter, Set<SplitterOutputId> tried) {
        return plant.freePorts(splitter.splitter(), OUTPUTS_AHEAD + tried.size(), now).stream()
                .filter(port -> !tried.contains(port))
                .toList();
    }

    /** Claims one certain output for a decision, or says why it cannot be had. */
    public Either<Rejection, Decision> exactly(
            SplitterOutputId port, Function<PortAssignment, Either<Rejection, Decision>> decide) {
        return plant.port(port)
                .map(found -> decide.apply(new PortAssignment(port, found.ponPort()))
                        .flatMap(this::unlessObjected)
                        .flatMap(decision -> claimOrRefuse(found, decision)))
                .orElseGet(() -> Either.left(new Rejection.UnknownPort(port)));
    }

    /** The objection to a plan that needs another kind of line than that of the output's PON port, if the plant has the output. */
    Optional<Rejection> technologyObjection(SplitterOutputId output, PlanSnapshot plan) {
        Set<Technology> offered = plant.technologiesAt(output.splitter(), now);
        return offered.contains(plan.technology())
                ? Optional.empty()
                : offered.stream()
                        .min(Comparator.naturalOrder())
                        .map(technology -> new Rejection.OtherTechnology(plan.id(), plan.technology(), technology));
    }

    private Either<Rejection, Decision> unlessObjected(Decision decision) {
        return objection
                .apply(decision.contract())
                .<Either<Rejection, Decision>>map(Either::left)
                .orElseGet(() -> Either.right(decision));
    }

    private Either<Rejection, Decision> claimOrRefuse(SplitterOutput port, Decision decision) {
        return switch (claim(port.id(), decision)) {
            case CLAIMED -> Either.right(decision);
            case TAKEN -> Either.left(new Rejection.PortUnavailable(port.id(), port.state(now)));
            case PON_PORT_FULL -> Either.left(new Rejection.PonPortFull(port.ponPort(), limitOf(port)));
            case UNKNOWN_PORT -> Either.left(new Rejection.UnknownPort(port.id()));
        };
    }

    private int limitOf(SplitterOutput port) {
        return plant.survey(port.id().splitter(), now)
                .map(survey -> survey.ponPort().subscriberLimit())
                .orElse(0);
    }

    private ClaimOutcome claim(SplitterOutputId port, Decision decision) {
        return claim(
                        port,
                        decision,
                        (output, contract, claim, at) -> Optional.of(plant.claim(output, contract, claim, at)))
                .orElseThrow();
    }

    private Optional<ClaimOutcome> claim(SplitterOutputId port, Decision decision, Claimer how) {
        Map<SplitterOutputId, PortClaim> wanted = PortClaim.of(decision.contract());
        PortClaim claim = wanted.get(port);
        if (claim == null) {
            throw new IllegalStateException("the decision on " + decision.contract() + " does not claim " + port);
        }
        Optional<ClaimOutcome> outcome = how.claim(port, decision.contract().id(), claim, now);
        if (outcome.equals(Optional.of(ClaimOutcome.CLAIMED))) {
            claimed.add(port);
        }
        return outcome;
    }

    private interface Claimer {
        Optional<ClaimOutcome> claim(SplitterOutputId port, ContractId contract, PortClaim claim, Instant now);
    }

    private static List<SplitterId> alternatives(Assessment assessment, List<SplitterSurvey> nearby) {
        return nearby.stream()
                .map(survey -> survey.splitter().id())
                .filter(splitter -> assessment.of(splitter).isEmpty())
                .toList();
    }
}
