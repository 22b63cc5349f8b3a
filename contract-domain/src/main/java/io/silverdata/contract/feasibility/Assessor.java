package io.silverdata.contract.feasibility;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.partitioningBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Ordering;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Says whether an address can be served, and from which splitters. A pure function of what the plant knows; thread-safe.
 *
 * <p>The result names at most {@link FeasibilityPolicy#maxKept()} splitters, those with the better verdict before the
 * nearer ones, in the order of {@link Assessment#splitters()}. If a splitter is surveyed twice, the first survey counts.
 */
public final class Assessor {
    private static final Comparator<SplitterAssessment> NEAREST =
            Comparator.comparing(SplitterAssessment::drop).thenComparing(SplitterAssessment::splitter);
    private static final Comparator<SplitterAssessment> BEST =
            Comparator.comparing(SplitterAssessment::verdict).thenComparing(NEAREST);

    private final FeasibilityPolicy policy;

    /** An assessor that asks what the policy wants. */
    public Assessor(FeasibilityPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * Assesses an address without a wish for a splitter. The verdict is that of the best splitter, and {@link
     * Verdict#UNQUALIFIED} if there is none.
     *
     * @param surveys of the splitters around the address, in any order
     */
    public Assessment assess(ServiceAddress address, PlanSnapshot plan, List<SplitterSurvey> surveys, Instant now) {
        List<SplitterAssessment> kept = kept(found(address, plan, surveys));
        return assessment(best(kept), Optional.empty(), kept, now);
    }

    /**
     * Assesses an address for which a splitter is asked for. The verdict is that of this splitter if it qualifies, {@link
     * Verdict#ALTERNATIVE} if only others do, and else the better one of the rest.
     *
     * @param surveys of the splitter asked for and of those around the address, in any order; a splitter that is asked for
     *     and not among them cannot be had
     * @param wanted the splitter asked for; it comes first in the result
     */
    public Assessment assess(
            ServiceAddress address, PlanSnapshot plan, List<SplitterSurvey> surveys, SplitterId wanted, Instant now) {
        Objects.requireNonNull(wanted, "wanted");
        Map<Boolean, List<SplitterAssessment>> asWanted = found(address, plan, surveys).stream()
                .collect(partitioningBy(candidate -> candidate.splitter().equals(wanted)));
        List<SplitterAssessment> asked = asWanted.getOrDefault(true, List.of());
        List<SplitterAssessment> others = kept(asWanted.getOrDefault(false, List.of()));
        return assessment(
                verdict(best(asked), best(others)),
                Optional.of(wanted),
                ImmutableList.<SplitterAssessment>builder()
                        .addAll(asked)
                        .addAll(others)
                        .build(),
                now);
    }

    private Collection<SplitterAssessment> found(
            ServiceAddress address, PlanSnapshot plan, List<SplitterSurvey> surveys) {
        return surveys.stream()
                .map(survey -> found(Candidate.of(policy, address, plan, survey)))
                .collect(ImmutableMap.toImmutableMap(
                        SplitterAssessment::splitter, candidate -> candidate, (first, second) -> first))
                .values();
    }

    private static SplitterAssessment found(Candidate candidate) {
        return new SplitterAssessment(
                candidate.survey().splitter().id(),
                candidate.survey().ponPort().id(),
                candidate.drop(),
                Checks.on(candidate),
                candidate.budget().map(OpticalBudget::received),
                candidate.budget().map(OpticalBudget::margin));
    }

    private List<SplitterAssessment> kept(Collection<SplitterAssessment> found) {
        return found.stream()
                .sorted(BEST)
                .limit(policy.maxKept())
                .sorted(NEAREST)
                .collect(toImmutableList());
    }

    private Assessment assessment(
            Verdict verdict, Optional<SplitterId> wanted, List<SplitterAssessment> splitters, Instant now) {
        return new Assessment(verdict, wanted, splitters, now.plus(policy.validity()));
    }

    private static Verdict verdict(Verdict asked, Verdict others) {
        if (asked.allowsReservation()) {
            return asked;
        }
        return others.allowsReservation()
                ? Verdict.ALTERNATIVE
                : Ordering.natural().min(asked, others);
    }

    private static Verdict best(Collection<SplitterAssessment> candidates) {
        return candidates.stream()
                .map(SplitterAssessment::verdict)
                .min(Enum::compareTo)
                .orElse(Verdict.UNQUALIFIED);
    }
}
