package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which contract has which values, as a unit of work asked for several at once, and as it changed them since; values that no contract has
 * included. Whether a value is still free, its row will tell.
 */
final class SeenHolders {
    private final Map<String, Map<String, Optional<ContractId>>> byTable = new HashMap<>();

    private SeenHolders() {}

    static SeenHolders of(Session session) {
        return session.memo(SeenHolders.class, SeenHolders::new);
    }

    /** Who has a value, if that was asked. */
    Optional<Optional<ContractId>> find(String table, String value) {
        return Optional.ofNullable(byTable.getOrDefault(table, Map.of()).get(value));
    }

    /** All that has some values. */
    void add(String table, Collection<String> asked, Map<String, ContractId> found) {
        Map<String, Optional<ContractId>> holders = byTable.computeIfAbsent(table, first -> new HashMap<>());
        asked.forEach(value -> holders.put(value, Optional.ofNullable(found.get(value))));
    }

    /** A contract takes a value, or gives it up. */
    void change(String table, String value, Optional<ContractId> holder) {
        Map<String, Optional<ContractId>> holders = byTable.getOrDefault(table, Map.of());
        if (holders.containsKey(value)) {
            holders.put(value, holder);
        }
    }
}
