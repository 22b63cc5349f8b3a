package io.silverdata.contract.runs;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractQuery;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The contracts of a run: all, those that fit a query, or those named, that fit every condition. The storage finds those that fit the
 * query; no others are read, but those for which something is due. Conditions are checked when a contract is read, and again in the unit of
 * work that writes. A condition may query the host's books, for example whether a contract still owes; every contract that fits the query
 * is read for it. Immutable; thread-safe if the host's conditions are.
 */
public final class Selection {
    private static final Selection ALL = new Selection(Optional.empty(), ContractQuery.all(), contract -> true);

    private final Optional<NavigableSet<ContractId>> named;
    private final ContractQuery query;
    private final Predicate<Contract> condition;

    private Selection(Optional<NavigableSet<ContractId>> named, ContractQuery query, Predicate<Contract> condition) {
        this.named = named;
        this.query = query;
        this.condition = condition;
    }

    /** Every contract, drafts and ended ones too. */
    public static Selection all() {
        return ALL;
    }

    /** Every contract that is ACTIVE or SUSPENDED. */
    public static Selection live() {
        return ALL.withStatus(Status.ACTIVE, Status.SUSPENDED);
    }

    /** The contracts that fit a query; a run has an order of its own. */
    public static Selection of(ContractQuery query) {
        return ALL.and(query);
    }

    /** These contracts and no others; unknown identities are passed over. */
    public static Selection of(Collection<ContractId> contracts) {
        return new Selection(
                Optional.of(Collections.unmodifiableNavigableSet(new TreeSet<>(contracts))),
                ContractQuery.all(),
                contract -> true);
    }

    /** Of these, those that fit a query, too. */
    public Selection and(ContractQuery other) {
        return new Selection(named, query.and(other), condition);
    }

    /** Of these, those with one of the statuses. */
    public Selection withStatus(Status... statuses) {
        return and(ContractQuery.builder().status(statuses).build());
    }

    /** Of these, those whose line is on the OLT. */
    public Selection onOlt(OltId olt) {
        return and(ContractQuery.builder().olt(olt).build());
    }

    /** Of these, those whose line is on the PON port. */
    public Selection onPonPort(PonPortId ponPort) {
        return and(ContractQuery.builder().ponPort(ponPort).build());
    }

    /** Of these, those with the plan, in whatever version. */
    public Selection onPlan(PlanId plan) {
        return and(ContractQuery.builder().plan(plan).build());
    }

    /** Of these, those that are held for the reason. */
    public Selection heldFor(SuspensionReason reason) {
        return and(ContractQuery.builder().heldFor(reason).build());
    }

    /**
     * Of these, those that fit a condition of the host's.
     *
     * @param other is asked inside of a unit of work, so it must be quick; if it throws, that contract is passed over
     */
    public Selection where(Predicate<Contract> other) {
        return new Selection(named, query, condition.and(Objects.requireNonNull(other, "other")));
    }

    /** The contracts that are named, if any are. */
    public Optional<NavigableSet<ContractId>> named() {
        return named;
    }

    /** What the storage is asked for. */
    public ContractQuery query() {
        return query;
    }

    /** Whether a contract as it is now belongs to the selection. */
    public boolean includes(Contract contract) {
        return named.map(ids -> ids.contains(contract.id())).orElse(true)
                && query.matches(contract)
                && condition.test(contract);
    }
}
