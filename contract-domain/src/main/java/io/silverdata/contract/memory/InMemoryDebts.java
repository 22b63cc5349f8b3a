package io.silverdata.contract.memory;

import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.spi.DebtLedger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Debts that were put down. Safe for use by any number of threads. */
public final class InMemoryDebts implements DebtLedger {
    private final Map<ContractId, Money> debts = new ConcurrentHashMap<>();
    private final Map<ContractId, DunningFacts> facts = new ConcurrentHashMap<>();

    /** Knows no debt. */
    public InMemoryDebts() {}

    /** Puts down what is owed on a contract, in place of what was; nothing is known then of when it was due. */
    public InMemoryDebts put(ContractId contract, Money debt) {
        facts.remove(contract);
        debts.put(contract, debt);
        return this;
    }

    /** Puts down all that dunning needs to know about a contract, in place of what was. */
    public InMemoryDebts put(ContractId contract, DunningFacts known) {
        facts.put(contract, known);
        debts.remove(contract);
        if (known.owed().amount().signum() > 0) {
            debts.put(contract, known.owed());
        }
        return this;
    }

    /** Forgets what was owed on a contract. */
    public InMemoryDebts remove(ContractId contract) {
        debts.remove(contract);
        facts.remove(contract);
        return this;
    }

    @Override
    public Optional<Money> debt(ContractId contract) {
        return Optional.ofNullable(debts.get(contract));
    }

    @Override
    public Optional<DunningFacts> dunningFacts(ContractId contract) {
        return Optional.ofNullable(facts.get(contract));
    }
}
