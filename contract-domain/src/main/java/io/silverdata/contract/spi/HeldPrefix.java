package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IpPrefix;
import java.util.Objects;

/**
 * Whose a network is.
 *
 * @param prefix the network
 * @param contract that holds it
 */
public record HeldPrefix(IpPrefix prefix, ContractId contract) {
    public HeldPrefix {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(contract, "contract");
    }
}
