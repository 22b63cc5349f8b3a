package io.silverdata.contract.memory;

import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.testkit.DebtLedgerTck;

class InMemoryDebtsTest extends DebtLedgerTck {
    private final InMemoryDebts debts = new InMemoryDebts();

    @Override
    protected DebtLedger ledger() {
        return debts;
    }

    @Override
    protected void enter(ContractId contract, DunningFacts facts) {
        debts.put(contract, facts);
    }
}
