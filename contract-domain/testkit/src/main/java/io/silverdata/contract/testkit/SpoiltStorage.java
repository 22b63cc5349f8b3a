package io.silverdata.contract.testkit;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.ForwardingStorage;
import io.silverdata.contract.spi.HeldPrefix;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnreadableContractException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A storage in which contracts can be made unreadable, and readable again, while it is used. Thread-safe if the storage is. */
public final class SpoiltStorage implements ForwardingStorage {
    private final Storage storage;
    private final Set<ContractId> spoilt = ConcurrentHashMap.newKeySet();
    private final ContractRepository contracts = new Contracts();

    /** A storage that can read everything until something is spoilt. */
    public SpoiltStorage(Storage storage) {
        this.storage = storage;
    }

    /** Makes a contract unreadable, as if somebody had altered its row by hand. */
    public void spoil(ContractId contract) {
        spoilt.add(contract);
    }

    /** Makes it readable again. */
    public void mend(ContractId contract) {
        spoilt.remove(contract);
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public ContractRepository contracts() {
        return contracts;
    }

    private Contract read(Contract contract) {
        if (spoilt.contains(contract.id())) {
            throw new UnreadableContractException(contract.id(), new IllegalArgumentException("spoilt"));
        }
        return contract;
    }

    private final class Contracts implements ContractRepository {
        @Override
        public Optional<Contract> find(ContractId id) {
            return storage.contracts().find(id).map(SpoiltStorage.this::read);
        }

        @Override
        public Optional<Contract> find(ContractNumber number) {
            return storage.contracts().find(number).map(SpoiltStorage.this::read);
        }

        @Override
        public Optional<ContractId> holderOf(OnuSerial onu) {
            return storage.contracts().holderOf(onu);
        }

        @Override
        public Optional<ContractId> holderOf(RadiusUser radiusUser) {
            return storage.contracts().holderOf(radiusUser);
        }

        @Override
        public List<HeldPrefix> holdersOf(IpPrefix network, int max) {
            return storage.contracts().holdersOf(network, max);
        }

        @Override
        public void save(Contract contract, long expectedVersion) {
            storage.contracts().save(contract, expectedVersion);
        }

        @Override
        public List<ContractId> due(Instant now, int max) {
            return storage.contracts().due(now, max);
        }

        @Override
        public List<ContractId> page(Optional<ContractId> after, int max) {
            return storage.contracts().page(after, max);
        }

        @Override
        public Map<Status, Long> countByStatus() {
            return storage.contracts().countByStatus();
        }
    }
}
