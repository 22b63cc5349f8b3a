package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the claims that contracts make on splitter outputs, and the PON ports of their lines, with those that the plant keeps. */
final class PortComparison {
    private final Instant now;
    private final Consumer<Difference> differences;
    private final Map<ContractId, Map<SplitterOutputId, PortClaim>> missing = new HashMap<>();
    private final Map<ContractId, Map<SplitterOutputId, PonPortId>> contracted = new HashMap<>();

    PortComparison(Map<ContractId, Contract> contracts, Instant now, Consumer<Difference> differences) {
        this.now = now;
        this.differences = differences;
        contracts.forEach((id, contract) -> {
            missing.put(id, new HashMap<>(PortClaim.of(contract)));
            contracted.put(id, ponPorts(contract));
        });
    }

    /** Where lines that are wanted or promised are. One that is to be removed stays where the OLT has it. */
    private static Map<SplitterOutputId, PonPortId> ponPorts(Contract contract) {
        return Stream.concat(
                        contract.reservation().stream().map(Reservation::ports),
                        contract.line().stream().map(Line::ports))
                .collect(Collectors.toMap(
                        PortAssignment::splitterOutput, PortAssignment::ponPort, (reserved, present) -> present));
    }

    /** A row: contract, splitter, output, state and end of the claim, and the PON port: OLT, frame, slot, port. */
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
        PonPortId plant = new PonPortId(new OltId(row.getString(6)), row.getInt(7), row.getInt(8), row.getInt(9));
        Optional.ofNullable(contracted.getOrDefault(contract, Map.of()).get(port))
                .filter(ponPort -> !ponPort.equals(plant))
                .ifPresent(
                        ponPort -> differences.accept(new Difference.PonPortDiffers(contract, port, plant, ponPort)));
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
