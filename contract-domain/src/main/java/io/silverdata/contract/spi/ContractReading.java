package io.silverdata.contract.spi;

import io.silverdata.contract.model.Contract;
import java.util.List;

/**
 * Several contracts as they were read, each by itself.
 *
 * @param contracts those that could be read, in the order in which they were asked for
 * @param faults those that are stored and could not be read
 */
public record ContractReading(List<Contract> contracts, List<ContractFault> faults) {

    public ContractReading {
        contracts = List.copyOf(contracts);
        faults = List.copyOf(faults);
    }
}
