package io.silverdata.contract.runs;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The contracts of a run: all, or those named, that fit every condition. Conditions
 * are checked when a contract is read, and again in the unit of work that writes. A condition may query the host's books, for
 * example whether a contract still owes. Immutable; thread-safe if the host's conditions are.
 */
public final class Selection {
    private static final Selection ALL = new Selection(Optional.empty(), contract -> true);

    private final Optional<NavigableSet<ContractId>> named;
    private final Predicate<Contract> condition;

    private Selection(Optional<NavigableSet<ContractId>> named, Predicate<Contract> condition) {
        this.named = named;
        this.condition = condition;
    }

    /** Every contract, drafts and ended ones too. */
    public static Selection all() {
        return ALL;
    }

    /** Every contract that is ACTIVE or SUSPENDED. */
    public static Selection live() {
        return ALL.where(contract -> contract.status().isLive());
    }

    /** These contracts and no others; unknown identities are passed over. */
    public static Selection of(Collection<ContractId> contracts) {
        return new Selection(
                Optional.of(Collections.unmodifiableNavigableSet(new TreeSet<>(contracts))), contract -> true);
    }

    /** Of these, those with one of the statuses. */
    public Selection withStatus(Status first, Status... others) {
        Set<Status> statuses = Set.copyOf(EnumSet.of(first, others));
        return where(contract -> statuses.contains(contract.status()));
    }

    /** Of these, those whose line is on the OLT. */
    public Selection onOlt(OltId olt) {
        Objects.requireNonNull(olt, "olt");
        return where(contract -> contract.line()
                .filter(line -> line.ports().ponPort().olt().equals(olt))
                .isPresent());
    }

    /** Of these, those whose line is on the PON port. */
    public Selection onPonPort(PonPortId ponPort) {
        Objects.requireNonNull(ponPort, "ponPort");
        return where(contract -> contract.line()
                .filter(line -> line.ports().ponPort().equals(ponPort))
                .isPresent());
    }

    /** Of these, those with the plan, in whatever version. */
    public Selection onPlan(PlanId plan) {
        Objects.requireNonNull(plan, "plan");
        return where(contract -> contract.plan().id().equals(plan));
    }

    /** Of these, those that are held for the reason. */
    public Selection heldFor(SuspensionReason reason) {
        Objects.requireNonNull(reason, "reason");
        return where(contract -> contract.hold(reason).isPresent());
    }

    /**
     * Of these, those that fit a condition of the host's.
     *
     * @param other is asked inside of a unit of work, so it must be quick; if it throws, that contract is passed over
     */
    public Selection where(Predicate<Contract> other) {
        return new Selection(named, condition.and(Objects.requireNonNull(other, "other")));
    }

    /** The contracts that are named, if any are. */
    public Optional<NavigableSet<ContractId>> named() {
        return named;
    }

    /** Whether a contract as it is now belongs to the selection. */
    public boolean includes(Contract contract) {
        return named.map(ids -> ids.contains(contract.id())).orElse(true) && condition.test(contract);
    }
}
