package io.silverdata.contract.internal.moves;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes plans. Writes nothing. */
final class MovePlanner {
    private final Storage storage;
    private final MovedPlant plant;

    MovePlanner(Storage storage, MovedPlant plant) {
        this.storage = storage;
        this.plant = plant;
    }

    Either<Rejection, PlantMove> splitter(String name, SplitterId splitter, SplicePoint to, Instant notBefore) {
        Optional<SplicePoint> from = plant.placeOf(splitter);
        if (from.isEmpty()) {
            return Either.left(new Rejection.UnknownPlantPart(splitter.value()));
        }
        return from.get().ponPort().equals(to.ponPort())
                ? Either.left(
                        new Rejection.NothingToChange("ponPort", to.ponPort().toString()))
                : Either.right(new PlantMove(name, List.of(new SplitterMove(splitter, from.get(), to)), notBefore));
    }

    Either<Rejection, PlantMove> replacement(String name, Map<PonPortId, PonPortId> ponPorts, Instant notBefore) {
        List<SplitterMove> parts = new ArrayList<>();
        for (Map.Entry<PonPortId, PonPortId> pair : new TreeMap<>(ponPorts).entrySet()) {
            Optional<Rejection> unknown = unknown(List.of(pair.getKey(), pair.getValue()));
            if (unknown.isPresent()) {
                return Either.left(unknown.get());
            }
            plant.firstOn(pair.getKey()).forEach(splitter -> parts.add(part(splitter, pair.getValue())));
        }
        return plan(name, parts, ponPorts.keySet(), notBefore);
    }

    /** The largest splitters first: what is left over then is small, and fits somewhere. */
    Either<Rejection, PlantMove> evacuation(
            String name, PonPortId ponPort, Collection<PonPortId> targets, Instant notBefore) {
        if (targets.isEmpty() || targets.contains(ponPort)) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("targets", targets.toString(), "PON ports other than " + ponPort)
                            .message());
        }
        List<PonPortId> named = new ArrayList<>(targets);
        named.add(ponPort);
        Optional<Rejection> unknown = unknown(named);
        if (unknown.isPresent()) {
            return Either.left(unknown.get());
        }
        Map<PonPortId, Integer> room = new TreeMap<>();
        Map<PonPortId, PonPort> known = new TreeMap<>();
        targets.forEach(target -> plant.ponPort(target).ifPresent(found -> {
            known.put(target, found);
            room.put(target, found.subscriberLimit() - plant.subscribers(target));
        }));
        List<SplitterMove> parts = new ArrayList<>();
        for (Splitter splitter : largestFirst(plant.firstOn(ponPort))) {
            int subscribers = plant.subscribers(splitter.id());
            Set<Technology> needed = technologies(splitter.id());
            Optional<PonPortId> best = room.entrySet().stream()
                    .filter(target -> technologiesOf(known, target.getKey()).containsAll(needed))
                    .filter(target -> target.getValue() >= subscribers)
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
            if (best.isEmpty()) {
                PonPortId fullest = targets.stream().sorted().findFirst().orElseThrow();
                return Either.left(new Rejection.PonPortFull(
                        fullest,
                        Optional.ofNullable(known.get(fullest))
                                .map(PonPort::subscriberLimit)
                                .orElse(0)));
            }
            room.merge(best.get(), -subscribers, Integer::sum);
            parts.add(part(splitter, best.get()));
        }
        return plan(name, parts, List.of(ponPort), notBefore);
    }

    private static Set<Technology> technologiesOf(Map<PonPortId, PonPort> known, PonPortId ponPort) {
        return Optional.ofNullable(known.get(ponPort))
                .map(PonPort::technologies)
                .orElse(Set.of());
    }

    private List<Splitter> largestFirst(List<Splitter> splitters) {
        return splitters.stream()
                .sorted(Comparator.comparingInt((Splitter splitter) -> -plant.subscribers(splitter.id()))
                        .thenComparing(Splitter::id))
                .toList();
    }

    private Set<Technology> technologies(SplitterId splitter) {
        List<ContractId> holders = plant.served(splitter).stream()
                .map(MovedPlant::holder)
                .distinct()
                .toList();
        return storage.contracts().readAll(holders).contracts().stream()
                .map(Contract::plan)
                .map(agreed -> agreed.technology())
                .collect(Collectors.toSet());
    }

    private Optional<Rejection> unknown(List<PonPortId> ponPorts) {
        return ponPorts.stream()
                .filter(ponPort -> plant.ponPort(ponPort).isEmpty())
                .findFirst()
                .map(ponPort -> new Rejection.UnknownPlantPart(ponPort.toString()));
    }

    private static SplitterMove part(Splitter splitter, PonPortId to) {
        return new SplitterMove(splitter.id(), SplicePoint.of(splitter), SplicePoint.of(to));
    }

    private static Either<Rejection, PlantMove> plan(
            String name, List<SplitterMove> parts, Collection<PonPortId> ponPorts, Instant notBefore) {
        return parts.isEmpty()
                ? Either.left(new Rejection.NothingToChange("ponPorts", "no splitters on " + ponPorts))
                : Either.right(new PlantMove(name, parts, notBefore));
    }
}
