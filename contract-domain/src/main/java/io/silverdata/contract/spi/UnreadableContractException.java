package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import java.util.Objects;

/**
 * What is stored of a contract cannot be read: it was altered by hand, or written by a newer release. Other contracts can be.
 * The message names the contract.
 */
public final class UnreadableContractException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final transient ContractFault fault;

    /** What is stored of the contract, and why it cannot be read. */
    public UnreadableContractException(ContractId contract, Throwable cause) {
        super("contract " + contract + " cannot be read: " + cause.getMessage(), cause);
        fault = new ContractFault(contract, Objects.requireNonNull(getMessage()));
    }

    /** Which contract, and why. */
    public ContractFault fault() {
        return fault;
    }
}
