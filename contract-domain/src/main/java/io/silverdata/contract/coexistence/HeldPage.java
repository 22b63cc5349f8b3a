package io.silverdata.contract.coexistence;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ContractFault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of what is held.
 *
 * @param orders contract by contract, in the order in which they would be told
 * @param faults contracts that cannot be read
 * @param next where the next page begins; empty if there is none
 */
public record HeldPage(List<HeldOrder> orders, List<ContractFault> faults, Optional<ContractId> next) {

    public HeldPage {
        orders = List.copyOf(orders);
        faults = List.copyOf(faults);
        Objects.requireNonNull(next, "next");
    }
}
