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
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.PonPortOccupancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A plant as plain as can be: no index, every question looks at every output. For splitters that PON ports feed, not other
 * splitters.
 */
final class NaivePlant implements Plant {
    private final Map<OltId, Olt> olts = new HashMap<>();
    private final Map<PonPortId, PonPort> ponPorts = new TreeMap<>();
    private final Map<SplitterId, Splitter> splitters = new HashMap<>();
    private final List<SplitterOutput> outputs = new ArrayList<>();

    @Override
    public void install(PlantLayout layout) {
        for (Splitter splitter : layout.splitters()) {
            if (outputs.stream()
                    .anyMatch(output ->
                            isLost(output, splitter) && output.holder().isPresent())) {
                throw new IllegalArgumentException("an output would be lost");
            }
        }
        for (Splitter splitter : layout.splitters()) {
            Splitter before = splitters.get(splitter.id());
            if (before != null
                    && !before.ponPort().equals(splitter.ponPort())
                    && outputs.stream()
                            .anyMatch(output -> output.id().splitter().equals(splitter.id())
                                    && output.claim()
                                            .filter(claim -> claim.state() != PortState.QUARANTINED)
                                            .isPresent())) {
                throw new IllegalArgumentException("contracts would be left behind");
            }
        }
        put(layout);
    }

    @Override
    public void splice(List<Splitter> moved) {
        put(new PlantLayout(List.of(), List.of(), moved));
    }

    private void put(PlantLayout layout) {
        layout.olts().forEach(olt -> olts.put(olt.id(), olt));
        layout.ponPorts().forEach(ponPort -> ponPorts.put(ponPort.id(), ponPort));
        for (Splitter splitter : layout.splitters()) {
            splitters.put(splitter.id(), splitter);
            outputs.removeIf(output -> isLost(output, splitter));
            for (int n = 1; n <= splitter.outputs(); n++) {
                SplitterOutputId id = new SplitterOutputId(splitter.id(), n);
                SplitterOutput before = port(id).orElse(SplitterOutput.free(id, splitter.ponPort()));
                put(new SplitterOutput(
                        id,
                        splitter.ponPort(),
                        before.condition(),
                        before.holder(),
                        before.claim(),
                        before.quarantinedUntil()));
            }
        }
    }

    @Override
    public Optional<Rejection> remove(SplitterId splitter) {
        if (!splitters.containsKey(splitter)) {
            return Optional.of(new Rejection.UnknownPlantPart(splitter.value()));
        }
        List<ContractId> holders = holders(output -> output.id().splitter().equals(splitter));
        if (!holders.isEmpty()) {
            return Optional.of(new Rejection.PlantPartInUse(splitter.value(), holders, List.of()));
        }
        splitters.remove(splitter);
        outputs.removeIf(output -> output.id().splitter().equals(splitter));
        return Optional.empty();
    }

    @Override
    public Optional<Rejection> remove(PonPortId ponPort) {
        if (!ponPorts.containsKey(ponPort)) {
            return Optional.of(new Rejection.UnknownPlantPart(ponPort.toString()));
        }
        List<String> parts = splitters.values().stream()
                .filter(splitter -> splitter.ponPort().equals(ponPort))
                .map(splitter -> splitter.id().value())
                .sorted()
                .toList();
        if (!parts.isEmpty()) {
            return Optional.of(new Rejection.PlantPartInUse(
                    ponPort.toString(), holders(output -> output.ponPort().equals(ponPort)), parts));
        }
        ponPorts.remove(ponPort);
        return Optional.empty();
    }

    @Override
    public Optional<Rejection> remove(OltId olt) {
        if (!olts.containsKey(olt)) {
            return Optional.of(new Rejection.UnknownPlantPart(olt.value()));
        }
        List<String> parts = ponPorts.keySet().stream()
                .filter(ponPort -> ponPort.olt().equals(olt))
                .map(PonPortId::toString)
                .toList();
        if (!parts.isEmpty()) {
            return Optional.of(new Rejection.PlantPartInUse(
                    olt.value(), holders(output -> output.ponPort().olt().equals(olt)), parts));
        }
        olts.remove(olt);
        return Optional.empty();
    }

    @Override
    public Optional<Rejection> rename(SplitterId splitter, SplitterId name) {
        Splitter before = splitters.get(splitter);
        if (before == null) {
            return Optional.of(new Rejection.UnknownPlantPart(splitter.value()));
        }
        if (splitter.equals(name)) {
            return Optional.of(new Rejection.NothingToChange("splitter", name.value()));
        }
        if (splitters.containsKey(name)) {
            return Optional.of(new Rejection.SplitterNameInUse(name));
        }
        List<ContractId> holders = holders(output -> output.id().splitter().equals(splitter));
        if (!holders.isEmpty()) {
            return Optional.of(new Rejection.PlantPartInUse(splitter.value(), holders, List.of()));
        }
        splitters.remove(splitter);
        splitters.put(
                name,
                new Splitter(
                        name,
                        before.ponPort(),
                        before.parent(),
                        before.outputs(),
                        before.position(),
                        before.loss(),
                        before.feed()));
        outputs.replaceAll(output -> output.id().splitter().equals(splitter)
                ? new SplitterOutput(
                        new SplitterOutputId(name, output.id().output()),
                        output.ponPort(),
                        output.condition(),
                        output.holder(),
                        output.claim(),
                        output.quarantinedUntil())
                : output);
        return Optional.empty();
    }

    private List<ContractId> holders(Predicate<SplitterOutput> which) {
        return outputs.stream()
                .filter(which)
                .sorted(Comparator.comparing(SplitterOutput::id))
                .flatMap(output -> output.holder().stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean setCondition(SplitterOutputId port, PortCondition condition) {
        Optional<SplitterOutput> before = port(port);
        before.ifPresent(known -> put(new SplitterOutput(
                port, known.ponPort(), condition, known.holder(), known.claim(), known.quarantinedUntil())));
        return before.isPresent();
    }

    @Override
    public boolean setState(OltId olt, ServiceState state) {
        return olts.replace(olt, new Olt(olt, state)) != null;
    }

    @Override
    public boolean setState(PonPortId ponPort, ServiceState state) {
        return ponPorts.computeIfPresent(
                        ponPort,
                        (id, known) -> new PonPort(
                                id, known.technologies(), known.subscriberLimit(), known.transmitPower(), state))
                != null;
    }

    @Override
    public Optional<ServiceState> state(OltId olt) {
        return Optional.ofNullable(olts.get(olt)).map(Olt::state);
    }

    @Override
    public List<OltId> olts() {
        return olts.keySet().stream().sorted().toList();
    }

    @Override
    public Optional<SplitterSurvey> survey(SplitterId splitter, Instant now) {
        return Optional.ofNullable(splitters.get(splitter))
                .map(known -> new SplitterSurvey(
                        List.of(known),
                        ponPort(known.ponPort()),
                        olt(known.ponPort().olt()).state(),
                        freePorts(splitter, Integer.MAX_VALUE, now).size(),
                        subscribers(known.ponPort(), now)));
    }

    @Override
    public List<SplitterSurvey> nearest(GeoPosition position, Distance radius, int max, Instant now) {
        Comparator<Splitter> byDistance = Comparator.comparing(splitter -> position.distanceTo(splitter.position()));
        return splitters.values().stream()
                .filter(splitter -> position.distanceTo(splitter.position()).metres() <= radius.metres())
                .filter(splitter -> !freePorts(splitter.id(), 1, now).isEmpty())
                .sorted(byDistance.thenComparing(Splitter::id))
                .limit(max)
                .flatMap(splitter -> survey(splitter.id(), now).stream())
                .toList();
    }

    @Override
    public Optional<SplitterOutput> port(SplitterOutputId port) {
        return outputs.stream().filter(output -> output.id().equals(port)).findFirst();
    }

    @Override
    public List<SplitterOutput> portsOf(ContractId contract) {
        return outputs.stream()
                .filter(output -> output.holder().equals(Optional.of(contract)))
                .sorted(Comparator.comparing(SplitterOutput::id))
                .toList();
    }

    @Override
    public List<SplitterOutputId> freePorts(SplitterId splitter, int max, Instant now) {
        return outputs.stream()
                .filter(output -> output.id().splitter().equals(splitter))
                .filter(output -> output.state(now) == PortState.FREE)
                .map(SplitterOutput::id)
                .sorted()
                .limit(max)
                .toList();
    }

    @Override
    public ClaimOutcome claim(SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        if (port(port).isEmpty()) {
            return ClaimOutcome.UNKNOWN_PORT;
        }
        SplitterOutput output = port(port).get();
        boolean own = isTaken(output, now) && output.holder().equals(Optional.of(contract));
        if (!own && output.state(now) != PortState.FREE) {
            return ClaimOutcome.TAKEN;
        }
        if (!own
                && subscribers(output.ponPort(), now)
                        >= ponPort(output.ponPort()).subscriberLimit()) {
            return ClaimOutcome.PON_PORT_FULL;
        }
        put(new SplitterOutput(
                port,
                output.ponPort(),
                output.condition(),
                Optional.of(contract),
                Optional.of(claim),
                Optional.empty()));
        return ClaimOutcome.CLAIMED;
    }

    @Override
    public boolean release(SplitterOutputId port, ContractId contract, Instant restUntil, Instant now) {
        Optional<SplitterOutput> held =
                port(port).filter(output -> output.holder().equals(Optional.of(contract)));
        held.ifPresent(output -> put(new SplitterOutput(
                port,
                output.ponPort(),
                output.condition(),
                Optional.empty(),
                Optional.empty(),
                restUntil.isAfter(now) ? Optional.of(restUntil) : Optional.empty())));
        return held.isPresent();
    }

    @Override
    public List<PonPortOccupancy> occupancy(Instant now) {
        return ponPorts.keySet().stream()
                .map(ponPort -> {
                    Map<PortState, Integer> counts = new HashMap<>();
                    outputs.stream()
                            .filter(output -> output.ponPort().equals(ponPort))
                            .forEach(output -> counts.merge(output.state(now), 1, Integer::sum));
                    return new PonPortOccupancy(ponPort, counts);
                })
                .toList();
    }

    private static boolean isLost(SplitterOutput output, Splitter splitter) {
        return output.id().splitter().equals(splitter.id()) && output.id().output() > splitter.outputs();
    }

    private static boolean isTaken(SplitterOutput output, Instant now) {
        return output.claim()
                .filter(claim -> claim.until().map(end -> end.isAfter(now)).orElse(true))
                .isPresent();
    }

    private int subscribers(PonPortId ponPort, Instant now) {
        return Math.toIntExact(outputs.stream()
                .filter(output -> output.ponPort().equals(ponPort) && isTaken(output, now))
                .count());
    }

    private PonPort ponPort(PonPortId id) {
        return Objects.requireNonNull(ponPorts.get(id));
    }

    private Olt olt(OltId id) {
        return Objects.requireNonNull(olts.get(id));
    }

    private void put(SplitterOutput output) {
        outputs.removeIf(known -> known.id().equals(output.id()));
        outputs.add(output);
    }
}
