package io.silverdata.contract.internal.transaction;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.UnreadableContractException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what is wrong with one contract from what is wrong with everything: the first is passed over, logged and remembered
 * until it is over, the second is thrown. Thread-safe.
 */
public final class FaultIsolation {
    private static final Logger LOG = LoggerFactory.getLogger(FaultIsolation.class);

    /** A storage full of rows of a newer release must not fill the memory. */
    private static final int MOST = 1_000;

    private final Storage storage;
    private final Map<Key, ContractFault> present = new ConcurrentHashMap<>();

    private record Key(Work work, ContractId contract) {}

    /** What could not be done to a contract. */
    public enum Work {
        /** Deliveries to the network. */
        DELIVERY,
        /** What is due. */
        DUE,
        /** Bulk commands. */
        BULK,
        /** The collection of debt. */
        DUNNING,
        /** Audits of the network. */
        AUDIT,
        /** Plant moves. */
        MOVE
    }

    /** Isolates the faults of contracts of a storage. */
    public FaultIsolation(Storage storage) {
        this.storage = storage;
    }

    /**
     * The fault of a contract.
     *
     * @param thrown by what was done to this contract alone
     * @throws RuntimeException the same again, if the storage answers for no other contract either, or if it is not certain
     *     that nothing was kept
     */
    public ContractFault of(Work work, ContractId contract, RuntimeException thrown) {
        if (thrown instanceof StorageException failure && !isOfOneContract(failure)) {
            throw failure;
        }
        String problem = thrown instanceof UnreadableContractException unreadable
                ? unreadable.fault().problem()
                : "contract " + contract + ": " + thrown;
        LOG.debug("{} of contract {} failed", work, contract, thrown);
        return found(work, new ContractFault(contract, problem));
    }

    /** A fault that was found by reading several contracts. */
    public ContractFault found(Work work, ContractFault fault) {
        Key key = new Key(work, fault.contract());
        boolean known = fault.equals(present.get(key));
        if (known) {
            LOG.debug("{} passes over: {}", work, fault.problem());
            return fault;
        }
        LOG.warn("{} passes over: {}", work, fault.problem());
        if (present.size() < MOST || present.containsKey(key)) {
            present.put(key, fault);
        }
        return fault;
    }

    /** The work was done to the contract: whatever was wrong is over. */
    public void over(Work work, ContractId contract) {
        if (!present.isEmpty() && present.remove(new Key(work, contract)) != null) {
            LOG.info("{} of contract {} goes on", work, contract);
        }
    }

    /** What is wrong now, in the order of the contracts; at most 1,000. */
    public List<ContractFault> present() {
        return present.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> one.contract().compareTo(other.contract()) != 0
                        ? one.contract().compareTo(other.contract())
                        : one.work().compareTo(other.work())))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** Whether the storage answers for other contracts, and is certain to have kept nothing. */
    public boolean isOfOneContract(StorageException failure) {
        if (failure.outcome() != StorageException.Outcome.NOT_COMMITTED) {
            return false;
        }
        try {
            storage.contracts().page(Optional.empty(), 1);
            return true;
        } catch (RuntimeException everybodys) {
            LOG.debug("the storage does not answer", everybodys);
            return false;
        }
    }
}
