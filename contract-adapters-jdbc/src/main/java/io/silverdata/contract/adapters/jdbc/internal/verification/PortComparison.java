package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the claims that contracts make on splitter outputs with those that the plant keeps. */
final class PortComparison {
    private final Instant now;
    private final Consumer<Difference> differences;
    private final Map<ContractId, Map<SplitterOutputId, PortClaim>> missing = new HashMap<>();

    PortComparison(Map<ContractId, Contract> contracts, Instant now, Consumer<Difference> differences) {
        this.now = now;
        this.differences = differences;
        contracts.forEach((id, contract) -> missing.put(id, new HashMap<>(PortClaim.of(contract))));
    }

    /** A row: contract, splitter, output, state and end of the claim. */
    void found(ContractId contract, ResultSet row) throws SQLException {
        SplitterOutputId port = new SplitterOutputId(new SplitterId(row.getString(2)), row.getInt(3));
        PortState state = PortState.valueOf(row.getString(4));
        Optional<Instant> until =
                Optional.ofNullable(row.getObject(5, Long.class)).map(Micros::instant);
        Optional<PortClaim> found = Optional.of(new PortClaim(state, until));
        Optional<PortClaim> expected = Optional.ofNullable(
                missing.computeIfAbsent(contract, id -> new HashMap<>()).remove(port));
        if (!found.equals(expected)) {
            differences.accept(new Difference.PortDiffers(contract, port, found, expected));
        }
    }

    /** What was not found is a difference, but for a reservation that is over: somebody else may have the output. */
    void end() {
        missing.forEach((contract, claims) -> claims.forEach((port, claim) -> {
            if (claim.until().filter(end -> !end.isAfter(now)).isEmpty()) {
                differences.accept(new Difference.PortDiffers(contract, port, Optional.empty(), Optional.of(claim)));
            }
        }));
    }
}
