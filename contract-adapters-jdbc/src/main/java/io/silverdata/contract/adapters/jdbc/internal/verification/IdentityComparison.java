package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Compares the values of one kind that contracts should hold with those that are noted as theirs. */
final class IdentityComparison {
    private final Difference.IdentityDiffers.Kind kind;
    private final Consumer<Difference> differences;
    private final Set<Held> missing = new HashSet<>();

    IdentityComparison(Difference.IdentityDiffers.Kind kind, Consumer<Difference> differences) {
        this.kind = kind;
        this.differences = differences;
    }

    private record Held(ContractId contract, String value) {}

    void expect(ContractId contract, String value) {
        missing.add(new Held(contract, value));
    }

    /** A row: contract and value. */
    void found(ContractId contract, ResultSet row) throws SQLException {
        found(contract, row.getString(2));
    }

    /** A value that is noted as a contract's. */
    void found(ContractId contract, String value) {
        Held held = new Held(contract, value);
        if (!missing.remove(held)) {
            differences.accept(new Difference.IdentityDiffers(contract, kind, held.value, false));
        }
    }

    void end() {
        missing.forEach(
                held -> differences.accept(new Difference.IdentityDiffers(held.contract, kind, held.value, true)));
    }
}
