package io.silverdata.contract.allocation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says in which order splitters and their outputs are tried for a contract. It gives out nothing: the caller claims one
 * after the other until the plant grants one. A pure function; thread-safe.
 */
public final class PortAllocator {
    private final AllocationPolicy policy;

    /** An allocator that orders by the preference of a policy. */
    public PortAllocator(AllocationPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * The splitters that qualified, the one to try first at the head: the one that was asked for, whatever the policy
     * prefers, then the others in the policy's order. Whether the assessment is still valid is for the caller to ask.
     */
    public List<SplitterAssessment> order(Assessment assessment) {
        return assessment.qualified().stream()
                .sorted(Comparator.<SplitterAssessment, Boolean>comparing(
                                candidate -> !assessment.wanted().equals(Optional.of(candidate.splitter())))
                        .thenComparing(policy.preference()))
                .collect(toImmutableList());
    }

    /**
     * The free outputs of a splitter in the order in which a contract tries them: from a place that depends on the
     * contract alone, upwards, and round to the first. So buyers who see the same free outputs at the same moment begin at
     * different ones and seldom wait for each other's claim, and the same contract always gets the same order.
     *
     * @param free as the plant gives them, the lowest first
     */
    public List<SplitterOutputId> candidates(List<SplitterOutputId> free, ContractId contract) {
        int start = Math.floorMod(contract.value().hashCode(), Math.max(1, free.size()));
        return ImmutableList.<SplitterOutputId>builderWithExpectedSize(free.size())
                .addAll(free.subList(start, free.size()))
                .addAll(free.subList(0, start))
                .build();
    }
}
