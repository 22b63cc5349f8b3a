package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;

/** Where new identities come from. Implementations must be safe for use by any number of threads. */
public interface IdGenerator {

    /** An identity that no contract has. */
    ContractId contractId();

    /** A number that no contract has, for a draft that does not bring one. */
    ContractNumber contractNumber();
}
