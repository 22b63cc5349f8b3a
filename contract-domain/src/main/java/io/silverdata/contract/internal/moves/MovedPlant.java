package io.silverdata.contract.internal.moves;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.PonPortTree;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantSearch;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The plant as moves see it, at one time. */
final class MovedPlant {
    private final Plant plant;
    private final PlantSearch search;
    private final Instant now;

    MovedPlant(Storage storage, Instant now) {
        this.plant = storage.plant();
        this.search = storage.plantSearch();
        this.now = now;
    }

    Optional<PonPort> ponPort(PonPortId ponPort) {
        return tree(ponPort).map(PonPortTree::ponPort);
    }

    Optional<SplicePoint> placeOf(SplitterId splitter) {
        return plant.survey(splitter, now).map(SplitterSurvey::splitter).map(SplicePoint::of);
    }

    /** The splitters that a PON port itself feeds. */
    List<Splitter> firstOn(PonPortId ponPort) {
        return nodes(ponPort)
                .filter(node -> node.level() == 1)
                .map(node -> node.splitter().splitter())
                .toList();
    }

    /** A splitter with all that it feeds, each before those. */
    List<Splitter> under(SplitterId root) {
        List<PonPortTree.Node> all =
                placeOf(root).stream().flatMap(place -> nodes(place.ponPort())).toList();
        List<Splitter> under = new ArrayList<>();
        int level = Integer.MAX_VALUE;
        for (PonPortTree.Node node : all) {
            Splitter splitter = node.splitter().splitter();
            if (splitter.id().equals(root)) {
                level = node.level();
            } else if (node.level() <= level && !under.isEmpty()) {
                return under;
            }
            if (splitter.id().equals(root) || (!under.isEmpty() && node.level() > level)) {
                under.add(splitter);
            }
        }
        return under;
    }

    /** Outputs under a splitter with a line or a reservation of a contract. */
    List<SplitterOutput> served(SplitterId root) {
        return held(under(root).stream())
                .filter(output -> state(output) != PortState.QUARANTINED)
                .toList();
    }

    /** How many subscribers a PON port has, as its limit counts them. */
    int subscribers(PonPortId ponPort) {
        return Math.toIntExact(
                held(nodes(ponPort).map(node -> node.splitter().splitter())).count());
    }

    /** How many subscribers a splitter takes along, as the limit of a PON port counts them. */
    int subscribers(SplitterId root) {
        return Math.toIntExact(held(under(root).stream()).count());
    }

    /** Why a splitter cannot be fed from there. */
    Optional<Rejection> objectionTo(SplitterMove part, SplicePoint place) {
        Optional<PonPort> ponPort = ponPort(place.ponPort());
        if (ponPort.isEmpty()) {
            return Optional.of(new Rejection.UnknownPlantPart(place.ponPort().toString()));
        }
        return place.feeding().flatMap(feeding -> {
            Optional<SplitterOutput> output =
                    plant.port(feeding).filter(found -> found.ponPort().equals(place.ponPort()));
            if (output.isEmpty()) {
                return Optional.of(new Rejection.UnknownPort(feeding));
            }
            boolean feedsAnother = search.outputs(feeding.splitter(), now).stream()
                    .filter(found -> found.output().id().equals(feeding))
                    .flatMap(found -> found.feeds().stream())
                    .anyMatch(fed -> !fed.equals(part.splitter()));
            return feedsAnother
                            || output.get().holder().isPresent()
                            || output.get().condition() == PortCondition.FAULTY
                    ? Optional.of(
                            new Rejection.PortUnavailable(feeding, output.get().state(now)))
                    : Optional.empty();
        });
    }

    /** Moves a splitter with all that it feeds. */
    void splice(SplitterId root, SplicePoint to) {
        plant.splice(under(root).stream()
                .map(splitter -> new Splitter(
                        splitter.id(),
                        to.ponPort(),
                        splitter.id().equals(root) ? to.feeding() : splitter.parent(),
                        splitter.outputs(),
                        splitter.position(),
                        splitter.loss(),
                        splitter.feed()))
                .toList());
    }

    private Stream<SplitterOutput> held(Stream<Splitter> splitters) {
        return splitters
                .flatMap(splitter -> search.outputs(splitter.id(), now).stream())
                .map(OutputSummary::output)
                .filter(output -> output.liveClaim(now).isPresent());
    }

    private PortState state(SplitterOutput output) {
        return output.state(now);
    }

    private Optional<PonPortTree> tree(PonPortId ponPort) {
        return search.tree(ponPort, now);
    }

    private Stream<PonPortTree.Node> nodes(PonPortId ponPort) {
        return tree(ponPort).stream().flatMap(tree -> tree.splitters().stream());
    }

    static ContractId holder(SplitterOutput output) {
        return output.holder().orElseThrow();
    }
}
