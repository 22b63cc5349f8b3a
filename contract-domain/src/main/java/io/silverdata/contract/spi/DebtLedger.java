package io.silverdata.contract.spi;

import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the host knows about debt. Must be thread-safe. It is asked outside of units of work where that is enough, and may take its
 * time there; before a step or a lift is written it is asked once more inside of the unit of work, about those contracts alone. If
 * it throws for one contract, nothing is done to that one, which is reported with its fault; if it throws for ten in a row, it does
 * not answer at all, and what it threw reaches the caller.
 */
@FunctionalInterface
public interface DebtLedger {

    /** What is owed on a contract now; empty if nothing is, or if the host does not know. */
    Optional<Money> debt(ContractId contract);

    /**
     * What the collection of debt needs to know about a contract. Default: nothing is known, and so nothing is collected.
     *
     * @return the facts; also where nothing is owed, since that is what lifts a hold. Empty if the host does not know, or its
     *     books contradict each other: the contract is then left as it is
     */
    default Optional<DunningFacts> dunningFacts(ContractId contract) {
        return Optional.empty();
    }

    /**
     * The same for several contracts at once. A ledger that can read them in one go should.
     *
     * @param contracts at most 1000
     * @return the known facts, by contract; contracts without known facts are left out
     */
    default Map<ContractId, DunningFacts> dunningFacts(Collection<ContractId> contracts) {
        Map<ContractId, DunningFacts> known = new LinkedHashMap<>();
        for (ContractId contract : contracts) {
            dunningFacts(contract).ifPresent(facts -> known.put(contract, facts));
        }
        return known;
    }
}
