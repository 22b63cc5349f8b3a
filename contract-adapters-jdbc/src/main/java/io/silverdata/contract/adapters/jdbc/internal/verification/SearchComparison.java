package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.internal.contracts.SearchTable;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares what contracts should be found by with what one table says; each contract that differs is told once. */
final class SearchComparison {
    private final SearchTable table;
    private final Consumer<Difference> differences;
    private final Map<ContractId, Set<List<@Nullable Object>>> missing = new HashMap<>();
    private final Set<ContractId> different = new LinkedHashSet<>();

    SearchComparison(SearchTable table, Map<ContractId, Contract> contracts, Consumer<Difference> differences) {
        this.table = table;
        this.differences = differences;
        contracts.forEach((id, contract) -> missing.put(id, table.expected(contract)));
    }

    void found(ContractId contract, List<@Nullable Object> row) {
        Set<List<@Nullable Object>> expected = missing.get(contract);
        if (expected == null || !expected.remove(row)) {
            different.add(contract);
        }
    }

    void end() {
        missing.forEach((contract, rows) -> {
            if (!rows.isEmpty()) {
                different.add(contract);
            }
        });
        different.forEach(contract -> differences.accept(new Difference.SearchDiffers(contract, table.name())));
    }
}
