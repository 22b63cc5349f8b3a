package io.silverdata.contract.internal.moves;

import io.silverdata.contract.internal.command.BindingCheck;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.move.MovePreview;
import io.silverdata.contract.move.MovedContract;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Storage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at what a plan would do. Writes nothing, and asks no device. */
final class MoveCheck {
    private final Storage storage;
    private final MovedPlant plant;
    private final LineProvisioner lines;
    private final Map<PonPortId, Integer> room = new HashMap<>();

    MoveCheck(Storage storage, MovedPlant plant, LineProvisioner lines) {
        this.storage = storage;
        this.plant = plant;
        this.lines = lines;
    }

    MovePreview preview(PlantMove plan) {
        List<Rejection> objections = new ArrayList<>();
        List<MovedContract> contracts = new ArrayList<>();
        for (SplitterMove part : plan.splitters()) {
            Optional<Rejection> objection = objectionTo(part);
            objection.ifPresent(objections::add);
            if (objection.isEmpty()) {
                contracts.addAll(contracts(part));
            }
        }
        return new MovePreview(plan, contracts, objections);
    }

    private Optional<Rejection> objectionTo(SplitterMove part) {
        Optional<SplicePoint> place = plant.placeOf(part.splitter());
        if (place.isEmpty()) {
            return Optional.of(new Rejection.UnknownPlantPart(part.splitter().value()));
        }
        return place.get().equals(part.from())
                ? plant.objectionTo(part, part.to())
                : Optional.of(
                        new Rejection.InvalidValue("from", part.from().toString(), "where it is: " + place.get()));
    }

    private List<MovedContract> contracts(SplitterMove part) {
        PonPort target = plant.ponPort(part.to().ponPort()).orElseThrow();
        List<SplitterOutput> outputs = plant.served(part.splitter());
        Map<ContractId, Contract> contracts =
                storage
                        .contracts()
                        .readAll(outputs.stream()
                                .map(MovedPlant::holder)
                                .distinct()
                                .toList())
                        .contracts()
                        .stream()
                        .collect(Collectors.toMap(Contract::id, Function.identity()));
        int left = room.computeIfAbsent(target.id(), ponPort -> target.subscriberLimit() - plant.subscribers(ponPort));
        left -= plant.subscribers(part.splitter()) - outputs.size();
        List<MovedContract> moved = new ArrayList<>();
        for (SplitterOutput output : outputs) {
            Optional<Contract> contract = Optional.ofNullable(contracts.get(MovedPlant.holder(output)));
            MovedContract one = new MovedContract(
                    MovedPlant.holder(output),
                    new PortAssignment(output.id(), part.from().ponPort()),
                    new PortAssignment(output.id(), part.to().ponPort()),
                    contract.flatMap(Contract::line).map(Line::onu),
                    Optional.empty());
            Optional<Rejection> objection = left-- > 0
                    ? contract.flatMap(found -> objectionTo(found, one, target.technologies()))
                    : Optional.of(new Rejection.PonPortFull(target.id(), target.subscriberLimit()));
            moved.add(objection.map(one::objectedTo).orElse(one));
        }
        room.put(target.id(), left);
        return moved;
    }

    private Optional<Rejection> objectionTo(Contract contract, MovedContract moved, Set<Technology> offered) {
        if (!offered.contains(contract.plan().technology())) {
            return offered.stream()
                    .min(Comparator.naturalOrder())
                    .map(technology -> new Rejection.OtherTechnology(
                            contract.plan().id(), contract.plan().technology(), technology));
        }
        Optional<PortAssignment> prepared = contract.movingTo().filter(to -> !to.equals(moved.to()));
        if (prepared.isPresent()) {
            return Optional.of(new Rejection.MovePending(prepared.get()));
        }
        OltId olt = moved.to().ponPort().olt();
        Optional<Rejection> unbound = olt.equals(moved.from().ponPort().olt())
                ? Optional.empty()
                : new BindingCheck(lines).objection(olt, contract);
        if (unbound.isPresent()) {
            return unbound;
        }
        return moved.onu()
                .flatMap(onu -> lines.objectionTo(new OnuRegistration(moved.to().ponPort(), onu))
                        .map(why -> new Rejection.EquipmentUnavailable(onu, why)));
    }
}
