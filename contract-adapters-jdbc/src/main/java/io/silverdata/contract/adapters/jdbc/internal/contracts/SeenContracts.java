package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The contracts of a unit of work as it read or wrote them last: it sees one and the same until it writes another. */
final class SeenContracts {
    private final Map<ContractId, Contract> contracts = new HashMap<>();

    private SeenContracts() {}

    static SeenContracts of(Session session) {
        return session.memo(SeenContracts.class, SeenContracts::new);
    }

    /** Remembers a contract as it is in the database, so that saving it knows what changes. */
    Contract add(Contract contract) {
        contracts.put(contract.id(), contract);
        return contract;
    }

    Optional<Contract> find(ContractId id) {
        return Optional.ofNullable(contracts.get(id));
    }
}
