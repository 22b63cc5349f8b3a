package io.silverdata.contract.internal.runs;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.spi.Plant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the PON ports of contracts with the plant. A line that is to be removed stays where the OLT has it. */
final class PlantComparison {
    private final Plant plant;
    private final Instant now;

    PlantComparison(Plant plant, Instant now) {
        this.plant = plant;
        this.now = now;
    }

    /** An item for each contract whose output the plant has on another PON port, as the plant and the contracts were read. */
    List<AuditItem> differences(List<Contract> contracts) {
        List<ContractId> placed = contracts.stream()
                .filter(contract -> ports(contract).isPresent())
                .map(Contract::id)
                .toList();
        Map<SplitterOutputId, PonPortId> known = new HashMap<>();
        for (SplitterOutput output : plant.portsOfAll(placed)) {
            known.put(output.id(), output.ponPort());
        }
        return contracts.stream()
                .flatMap(contract -> ports(contract)
                        .flatMap(ports -> Optional.ofNullable(known.get(ports.splitterOutput()))
                                .filter(ponPort -> !ponPort.equals(ports.ponPort()))
                                .map(ponPort -> AuditItems.of(
                                        contract,
                                        NetworkTarget.LINE,
                                        AuditItem.Finding.PLANT_DIFFERS,
                                        "the plant has " + ports.splitterOutput() + " on " + ponPort
                                                + ", and the contract on " + ports.ponPort())))
                        .stream())
                .toList();
    }

    private Optional<PortAssignment> ports(Contract contract) {
        return Stream.concat(
                        contract.line().stream().map(Line::ports),
                        contract.reservation().filter(held -> !held.isOver(now)).map(Reservation::ports).stream())
                .findFirst();
    }
}
