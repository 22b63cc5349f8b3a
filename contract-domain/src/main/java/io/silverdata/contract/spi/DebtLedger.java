package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import java.util.Optional;

/** What the host knows about debt. */
@FunctionalInterface
public interface DebtLedger {

    /** What is owed on a contract now; empty if nothing is, or if the host does not know. */
    Optional<Money> debt(ContractId contract);
}
