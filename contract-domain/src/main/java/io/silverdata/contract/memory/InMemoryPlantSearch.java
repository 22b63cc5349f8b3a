package io.silverdata.contract.memory;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.query.Cursor;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.NearbySplitter;
import io.silverdata.contract.query.Occupancy;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.silverdata.contract.query.PonPortTree;
import io.silverdata.contract.query.SplitterSummary;
import io.silverdata.contract.spi.PlantSearch;
import io.silverdata.contract.spi.UnitOfWork;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people see of the parts of a plant. */
final class InMemoryPlantSearch implements PlantSearch {
    private final UnitOfWork unitOfWork;
    private final PlantParts parts;

    InMemoryPlantSearch(UnitOfWork unitOfWork, PlantParts parts) {
        this.unitOfWork = unitOfWork;
        this.parts = parts;
    }

    @Override
    public Listing<OltSummary> olts(Page page) {
        Optional<OltId> after = Cursor.ofOlts(page);
        return unitOfWork.call(() -> Listing.of(
                parts.olts().entries().values().stream()
                        .filter(olt -> after.filter(last -> olt.id().compareTo(last) <= 0)
                                .isEmpty())
                        .limit(page.size() + 1L)
                        .map(olt -> new OltSummary(
                                olt, Math.toIntExact(parts.ponPortsOf(olt.id()).count())))
                        .toList(),
                page,
                summary -> Cursor.ofOlt(summary.olt().id())));
    }

    @Override
    public Listing<PonPortSummary> ponPorts(OltId olt, Page page, Instant now) {
        Optional<PonPortId> after = Cursor.ofPonPorts(olt, page);
        return unitOfWork.call(() -> Listing.of(
                parts.ponPortsOf(olt)
                        .filter(ponPort -> after.filter(last -> ponPort.id().compareTo(last) <= 0)
                                .isEmpty())
                        .limit(page.size() + 1L)
                        .map(ponPort -> new PonPortSummary(ponPort, occupancy(outputsUnder(ponPort), now)))
                        .toList(),
                page,
                summary -> Cursor.ofPonPort(summary.ponPort().id())));
    }

    @Override
    public Optional<PonPortTree> tree(PonPortId ponPort, Instant now) {
        return unitOfWork.call(() -> parts.ponPorts()
                .find(ponPort)
                .map(found -> PonPortTree.of(
                        found,
                        parts.oltOf(found).state(),
                        parts.splitters()
                                .under(ponPort)
                                .map(splitter -> summary(splitter, now))
                                .toList())));
    }

    @Override
    public List<OutputSummary> outputs(SplitterId splitter, Instant now) {
        return unitOfWork.call(() -> parts.splitters().find(splitter).stream()
                .flatMap(parts.outputs()::of)
                .map(output -> new OutputSummary(
                        output,
                        output.state(now),
                        parts.splitters().fedFrom(output.id()).map(Splitter::id),
                        Optional.empty()))
                .toList());
    }

    @Override
    public List<NearbySplitter> nearest(GeoPosition position, Distance radius, int max, Instant now) {
        Bounds.max(max);
        return unitOfWork.call(() -> parts.splitters()
                .nearest(position, radius)
                .filter(splitter -> parts.free(splitter, now).findAny().isPresent())
                .limit(max)
                .map(splitter -> new NearbySplitter(
                        summary(splitter, now),
                        parts.ponPortOf(splitter),
                        parts.oltOf(parts.ponPortOf(splitter)).state(),
                        position.distanceTo(splitter.position())))
                .toList());
    }

    private Stream<SplitterOutput> outputsUnder(PonPort ponPort) {
        return parts.splitters().under(ponPort.id()).flatMap(parts.outputs()::of);
    }

    private SplitterSummary summary(Splitter splitter, Instant now) {
        return new SplitterSummary(splitter, occupancy(parts.outputs().of(splitter), now));
    }

    private static Occupancy occupancy(Stream<SplitterOutput> outputs, Instant now) {
        Map<PortState, Integer> counts = new EnumMap<>(PortState.class);
        outputs.forEach(output -> counts.merge(output.state(now), 1, Integer::sum));
        return new Occupancy(counts);
    }
}
