package io.silverdata.contract.memory;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.spi.DebtLedger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Debts that were put down. Safe for use by any number of threads. */
public final class InMemoryDebts implements DebtLedger {
    private final Map<ContractId, Money> debts = new ConcurrentHashMap<>();

    /** Knows no debt. */
    public InMemoryDebts() {}

    /** Puts down what is owed on a contract, in place of what was. */
    public InMemoryDebts put(ContractId contract, Money debt) {
        debts.put(contract, debt);
        return this;
    }

    /** Forgets what was owed on a contract. */
    public InMemoryDebts remove(ContractId contract) {
        debts.remove(contract);
        return this;
    }

    @Override
    public Optional<Money> debt(ContractId contract) {
        return Optional.ofNullable(debts.get(contract));
    }
}
