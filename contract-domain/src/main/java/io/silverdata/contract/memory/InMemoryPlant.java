package io.silverdata.contract.memory;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.KnownPlant;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.PonPortOccupancy;
import io.silverdata.contract.spi.UnitOfWork;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a plant, who has which output, and what is sold. */
final class InMemoryPlant implements Plant {
    private final UnitOfWork unitOfWork;
    private final PlantParts parts;
    private final UndoableMap<OltId, Olt> olts;
    private final UndoableMap<PonPortId, PonPort> ponPorts;
    private final Splitters splitters;
    private final Outputs outputs;

    InMemoryPlant(UnitOfWork unitOfWork, PlantParts parts) {
        this.unitOfWork = unitOfWork;
        this.parts = parts;
        olts = parts.olts();
        ponPorts = parts.ponPorts();
        splitters = parts.splitters();
        outputs = parts.outputs();
    }

    @Override
    public void install(PlantLayout layout) {
        unitOfWork.execute(() -> {
            layout.requireFits(new Known());
            put(layout);
        });
    }

    @Override
    public void splice(List<Splitter> moved) {
        unitOfWork.execute(() -> {
            PlantLayout layout = new PlantLayout(List.of(), List.of(), moved);
            layout.requireFitsWithContracts(new Known());
            put(layout);
        });
    }

    private void put(PlantLayout layout) {
        layout.olts().forEach(olt -> olts.put(olt.id(), olt));
        layout.ponPorts().forEach(ponPort -> ponPorts.put(ponPort.id(), ponPort));
        layout.splitters().forEach(this::install);
        layout.splitters().stream()
                .flatMap(splitter -> splitter.parent().stream())
                .forEach(feeding -> setCondition(feeding, PortCondition.BLOCKED));
    }

    @Override
    public Optional<Rejection> remove(SplitterId splitter) {
        return unitOfWork.call(() -> splitters
                .find(splitter)
                .map(found -> unlessUsed(
                        splitter,
                        outputs.of(found),
                        splitters.fedBy(found).stream().map(Splitter::id),
                        () -> erase(found)))
                .orElseGet(() -> unknown(splitter)));
    }

    @Override
    public Optional<Rejection> remove(PonPortId ponPort) {
        return unitOfWork.call(() -> ponPorts.contains(ponPort)
                ? unlessUsed(
                        ponPort,
                        splitters.under(ponPort).flatMap(outputs::of),
                        splitters.under(ponPort).map(Splitter::id),
                        () -> ponPorts.remove(ponPort))
                : unknown(ponPort));
    }

    @Override
    public Optional<Rejection> remove(OltId olt) {
        return unitOfWork.call(() -> olts.contains(olt)
                ? unlessUsed(
                        olt,
                        parts.ponPortsOf(olt)
                                .flatMap(ponPort -> splitters.under(ponPort.id()))
                                .sorted(Comparator.comparing(Splitter::id))
                                .flatMap(outputs::of),
                        parts.ponPortsOf(olt).map(PonPort::id),
                        () -> olts.remove(olt))
                : unknown(olt));
    }

    @Override
    public Optional<Rejection> rename(SplitterId splitter, SplitterId name) {
        return unitOfWork.call(() -> {
            Optional<Splitter> found = splitters.find(splitter);
            if (found.isEmpty()) {
                return unknown(splitter);
            }
            if (splitter.equals(name)) {
                return Optional.of(new Rejection.NothingToChange("splitter", name.value()));
            }
            if (splitters.find(name).isPresent()) {
                return Optional.of(new Rejection.SplitterNameInUse(name));
            }
            return unlessUsed(splitter, outputs.of(found.get()), Stream.empty(), () -> rename(found.get(), name));
        });
    }

    @Override
    public boolean setCondition(SplitterOutputId port, PortCondition condition) {
        return unitOfWork.call(() -> {
            Optional<SplitterOutput> output = outputs.find(port);
            boolean feeding = splitters.fedFrom(port).isPresent();
            output.map(known -> withCondition(known, feeding ? PortCondition.BLOCKED : condition))
                    .ifPresent(outputs::put);
            return output.isPresent();
        });
    }

    @Override
    public boolean setState(OltId olt, ServiceState state) {
        return unitOfWork.call(() -> {
            Optional<Olt> known = olts.find(olt);
            known.ifPresent(found -> olts.put(olt, new Olt(olt, state)));
            return known.isPresent();
        });
    }

    @Override
    public boolean setState(PonPortId ponPort, ServiceState state) {
        return unitOfWork.call(() -> {
            Optional<PonPort> known = ponPorts.find(ponPort);
            known.ifPresent(found -> ponPorts.put(
                    ponPort,
                    new PonPort(ponPort, found.technologies(), found.subscriberLimit(), found.transmitPower(), state)));
            return known.isPresent();
        });
    }

    @Override
    public Optional<ServiceState> state(OltId olt) {
        return unitOfWork.call(() -> olts.find(olt).map(Olt::state));
    }

    @Override
    public List<OltId> olts() {
        return unitOfWork.call(() -> List.copyOf(olts.entries().keySet()));
    }

    @Override
    public Optional<SplitterSurvey> survey(SplitterId splitter, Instant now) {
        return unitOfWork.call(() -> splitters.find(splitter).map(found -> survey(found, now)));
    }

    @Override
    public List<SplitterSurvey> nearest(GeoPosition position, Distance radius, int max, Instant now) {
        Bounds.max(max);
        return unitOfWork.call(() -> splitters
                .nearest(position, radius)
                .filter(splitter -> parts.free(splitter, now).findAny().isPresent())
                .limit(max)
                .map(splitter -> survey(splitter, now))
                .toList());
    }

    @Override
    public Optional<SplitterOutput> port(SplitterOutputId port) {
        return unitOfWork.call(() -> outputs.find(port));
    }

    @Override
    public List<SplitterOutput> portsOf(ContractId contract) {
        return unitOfWork.call(() -> List.copyOf(outputs.heldBy(contract)));
    }

    @Override
    public List<SplitterOutputId> freePorts(SplitterId splitter, int max, Instant now) {
        Bounds.max(max);
        return unitOfWork.call(() -> splitters.find(splitter).stream()
                .flatMap(known -> parts.free(known, now))
                .map(SplitterOutput::id)
                .limit(max)
                .toList());
    }

    @Override
    public ClaimOutcome claim(SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        return unitOfWork.call(() -> {
            Optional<SplitterOutput> output = outputs.find(port);
            ClaimOutcome outcome =
                    output.map(known -> judge(known, contract, now)).orElse(ClaimOutcome.UNKNOWN_PORT);
            if (outcome == ClaimOutcome.CLAIMED) {
                output.map(known -> claimed(known, contract, claim)).ifPresent(outputs::put);
            }
            return outcome;
        });
    }

    @Override
    public boolean release(SplitterOutputId port, ContractId contract, Instant restUntil, Instant now) {
        return unitOfWork.call(() -> {
            Optional<SplitterOutput> held =
                    outputs.find(port).filter(output -> output.holder().equals(Optional.of(contract)));
            held.map(output -> released(output, Optional.of(restUntil).filter(end -> end.isAfter(now))))
                    .ifPresent(outputs::put);
            return held.isPresent();
        });
    }

    @Override
    public List<PonPortOccupancy> occupancy(Instant now) {
        return unitOfWork.call(() -> {
            Map<PonPortId, Map<PortState, Integer>> counts = new HashMap<>();
            outputs.all()
                    .forEach(output -> counts.computeIfAbsent(output.ponPort(), first -> new EnumMap<>(PortState.class))
                            .merge(output.state(now), 1, Integer::sum));
            return ponPorts.entries().keySet().stream()
                    .map(ponPort -> new PonPortOccupancy(ponPort, counts.getOrDefault(ponPort, Map.of())))
                    .toList();
        });
    }

    /** What there is before a layout is installed. */
    private final class Known implements KnownPlant {
        @Override
        public boolean has(OltId olt) {
            return olts.contains(olt);
        }

        @Override
        public boolean has(PonPortId ponPort) {
            return ponPorts.contains(ponPort);
        }

        @Override
        public Optional<Splitter> find(SplitterId splitter) {
            return splitters.find(splitter);
        }

        @Override
        public Optional<Splitter> fedFrom(SplitterOutputId output) {
            return splitters.fedFrom(output);
        }

        @Override
        public Collection<Splitter> fedBy(Splitter parent) {
            return splitters.fedBy(parent);
        }

        @Override
        public List<ContractId> holdersOf(SplitterId splitter, int max) {
            return splitters.find(splitter).stream()
                    .flatMap(outputs::of)
                    .filter(output -> output.claim()
                            .filter(claim -> claim.state() != PortState.QUARANTINED)
                            .isPresent())
                    .flatMap(output -> output.holder().stream())
                    .limit(max)
                    .toList();
        }

        @Override
        public Optional<ContractId> holderOf(SplitterOutputId output) {
            return outputs.find(output).flatMap(SplitterOutput::holder);
        }
    }

    private static Optional<Rejection> unknown(Object part) {
        return Optional.of(new Rejection.UnknownPlantPart(part.toString()));
    }

    /** Changes a part, unless contracts have outputs of it or other parts hang on it. */
    private static Optional<Rejection> unlessUsed(
            Object part, Stream<SplitterOutput> outputs, Stream<?> hanging, Runnable change) {
        List<ContractId> holders = outputs.flatMap(output -> output.holder().stream())
                .limit(Rejection.PlantPartInUse.MAX_NAMED)
                .distinct()
                .toList();
        List<String> parts = hanging.limit(Rejection.PlantPartInUse.MAX_NAMED)
                .map(Object::toString)
                .toList();
        if (holders.isEmpty() && parts.isEmpty()) {
            change.run();
            return Optional.empty();
        }
        return Optional.of(new Rejection.PlantPartInUse(part.toString(), holders, parts));
    }

    private void erase(Splitter splitter) {
        outputs.of(splitter).map(SplitterOutput::id).toList().forEach(outputs::remove);
        splitters.remove(splitter);
    }

    private void rename(Splitter splitter, SplitterId name) {
        List<Splitter> fed = List.copyOf(splitters.fedBy(splitter));
        List<SplitterOutput> before = outputs.of(splitter).toList();
        fed.forEach(splitters::remove);
        erase(splitter);
        splitters.put(withName(splitter, name));
        before.forEach(output -> outputs.put(withName(output, name)));
        fed.forEach(child -> splitters.put(withParent(child, name)));
    }

    private void install(Splitter splitter) {
        int before = splitters.find(splitter.id()).map(Splitter::outputs).orElse(0);
        splitters.put(splitter);
        for (int output = 1; output <= splitter.outputs(); output++) {
            SplitterOutputId id = new SplitterOutputId(splitter.id(), output);
            outputs.put(outputs.find(id)
                    .map(known -> withPonPort(known, splitter.ponPort()))
                    .orElseGet(() -> SplitterOutput.free(id, splitter.ponPort())));
        }
        for (int output = splitter.outputs() + 1; output <= before; output++) {
            outputs.remove(new SplitterOutputId(splitter.id(), output));
        }
    }

    private SplitterSurvey survey(Splitter splitter, Instant now) {
        PonPort ponPort = parts.ponPortOf(splitter);
        return new SplitterSurvey(
                splitters.chainTo(splitter),
                ponPort,
                parts.oltOf(ponPort).state(),
                Math.toIntExact(parts.free(splitter, now).count()),
                subscribers(ponPort.id(), now));
    }

    private int subscribers(PonPortId ponPort, Instant now) {
        return Math.toIntExact(outputs.heldUnder(ponPort)
                .filter(output -> output.liveClaim(now).isPresent())
                .count());
    }

    private ClaimOutcome judge(SplitterOutput output, ContractId contract, Instant now) {
        if (!output.isOpenTo(contract, now)) {
            return ClaimOutcome.TAKEN;
        }
        boolean alreadyCounts = output.liveClaim(now).isPresent();
        int limit = ponPorts.find(output.ponPort()).orElseThrow().subscriberLimit();
        return alreadyCounts || subscribers(output.ponPort(), now) < limit
                ? ClaimOutcome.CLAIMED
                : ClaimOutcome.PON_PORT_FULL;
    }

    private static SplitterOutput claimed(SplitterOutput output, ContractId contract, PortClaim claim) {
        return new SplitterOutput(
                output.id(),
                output.ponPort(),
                output.condition(),
                Optional.of(contract),
                Optional.of(claim),
                Optional.empty());
    }

    private static SplitterOutput released(SplitterOutput output, Optional<Instant> restsUntil) {
        return new SplitterOutput(
                output.id(), output.ponPort(), output.condition(), Optional.empty(), Optional.empty(), restsUntil);
    }

    private static Splitter withName(Splitter splitter, SplitterId name) {
        return new Splitter(
                name,
                splitter.ponPort(),
                splitter.parent(),
                splitter.outputs(),
                splitter.position(),
                splitter.loss(),
                splitter.feed());
    }

    private static Splitter withParent(Splitter splitter, SplitterId name) {
        return new Splitter(
                splitter.id(),
                splitter.ponPort(),
                splitter.parent().map(output -> new SplitterOutputId(name, output.output())),
                splitter.outputs(),
                splitter.position(),
                splitter.loss(),
                splitter.feed());
    }

    private static SplitterOutput withName(SplitterOutput output, SplitterId splitter) {
        return new SplitterOutput(
                new SplitterOutputId(splitter, output.id().output()),
                output.ponPort(),
                output.condition(),
                output.holder(),
                output.claim(),
                output.quarantinedUntil());
    }

    private static SplitterOutput withCondition(SplitterOutput output, PortCondition condition) {
        return new SplitterOutput(
                output.id(), output.ponPort(), condition, output.holder(), output.claim(), output.quarantinedUntil());
    }

    private static SplitterOutput withPonPort(SplitterOutput output, PonPortId ponPort) {
        return new SplitterOutput(
                output.id(), ponPort, output.condition(), output.holder(), output.claim(), output.quarantinedUntil());
    }
}
