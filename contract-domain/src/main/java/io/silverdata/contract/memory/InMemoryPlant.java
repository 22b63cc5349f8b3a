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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** OLTs, PON ports, splitters and outputs, each by its name. */
final class InMemoryPlant implements Plant {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<OltId, Olt> olts;
    private final UndoableMap<PonPortId, PonPort> ponPorts;
    private final Splitters splitters;
    private final Outputs outputs;

    InMemoryPlant(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        olts = new UndoableMap<>(undo);
        ponPorts = new UndoableMap<>(undo);
        splitters = new Splitters(undo);
        outputs = new Outputs(undo);
    }

    @Override
    public void install(PlantLayout layout) {
        unitOfWork.execute(() -> {
            layout.requireFits(new Known());
            layout.olts().forEach(olt -> olts.put(olt.id(), olt));
            layout.ponPorts().forEach(ponPort -> ponPorts.put(ponPort.id(), ponPort));
            layout.splitters().forEach(this::install);
            layout.splitters().stream()
                    .flatMap(splitter -> splitter.parent().stream())
                    .forEach(feeding -> setCondition(feeding, PortCondition.BLOCKED));
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
                .filter(splitter -> free(splitter, now).findAny().isPresent())
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
                .flatMap(known -> free(known, now))
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
        public Optional<ContractId> holderOf(SplitterOutputId output) {
            return outputs.find(output).flatMap(SplitterOutput::holder);
        }
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
        PonPort ponPort = ponPorts.find(splitter.ponPort()).orElseThrow();
        return new SplitterSurvey(
                splitters.chainTo(splitter),
                ponPort,
                olts.find(ponPort.id().olt()).orElseThrow().state(),
                Math.toIntExact(free(splitter, now).count()),
                subscribers(ponPort.id(), now));
    }

    private Stream<SplitterOutput> free(Splitter splitter, Instant now) {
        return outputs.of(splitter).filter(output -> output.state(now) == PortState.FREE);
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

    private static SplitterOutput withCondition(SplitterOutput output, PortCondition condition) {
        return new SplitterOutput(
                output.id(), output.ponPort(), condition, output.holder(), output.claim(), output.quarantinedUntil());
    }

    private static SplitterOutput withPonPort(SplitterOutput output, PonPortId ponPort) {
        return new SplitterOutput(
                output.id(), ponPort, output.condition(), output.holder(), output.claim(), output.quarantinedUntil());
    }
}
