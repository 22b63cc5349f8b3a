package io.silverdata.contract.adapters.jdbc.crash;

import io.silverdata.contract.model.ContractId;
import java.util.UUID;

/**
 * What the host says to the one who watches it, a line each: {@code READY}; {@code TRY key} before a command; {@code ACK key
 * contract version} after it returned and thus is durable; {@code NO key} if it was refused; {@code ERR key message} if it
 * failed.
 */
final class HostPipe {
    static final String READY = "READY";
    static final String TRY = "TRY";
    static final String ACK = "ACK";
    static final String REFUSED = "NO";
    static final String FAILED = "ERR";

    private HostPipe() {}

    /**
     * A command that the host said it had carried out.
     *
     * @param key under which it was given
     * @param contract to which it was done
     * @param version of the contract afterwards
     */
    record Acknowledged(String key, ContractId contract, long version) {
        String line() {
            return ACK + " " + key + " " + contract + " " + version;
        }

        static Acknowledged of(String[] words) {
            return new Acknowledged(words[1], new ContractId(UUID.fromString(words[2])), Long.parseLong(words[3]));
        }
    }
}
