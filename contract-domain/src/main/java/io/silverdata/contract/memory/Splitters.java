package io.silverdata.contract.memory;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Splitters by name, by PON port, by the output that feeds them, and by place. Changes are undone as one. */
final class Splitters {
    private final Map<SplitterId, Splitter> byId = new HashMap<>();
    private final NavigableMap<SplitterOutputId, Splitter> byParent = new TreeMap<>();
    private final NavigableMap<PonPortId, NavigableMap<SplitterId, Splitter>> byPonPort = new TreeMap<>();
    private final SplitterGrid grid = new SplitterGrid();
    private final UndoLog undo;

    private record Candidate(Splitter splitter, Distance distance) {
        static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparing(Candidate::distance)
                .thenComparing(candidate -> candidate.splitter().id());
    }

    Splitters(UndoLog undo) {
        this.undo = undo;
    }

    Optional<Splitter> find(SplitterId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The splitter that an output feeds. */
    Optional<Splitter> fedFrom(SplitterOutputId output) {
        return Optional.ofNullable(byParent.get(output));
    }

    /** The splitters that the outputs of a splitter feed. */
    Collection<Splitter> fedBy(Splitter parent) {
        SplitterOutputId first = new SplitterOutputId(parent.id(), 1);
        SplitterOutputId last = new SplitterOutputId(parent.id(), parent.outputs());
        return byParent.subMap(first, true, last, true).values();
    }

    /** The splitters on a PON port in the order of their names. */
    Stream<Splitter> under(PonPortId ponPort) {
        return byPonPort.getOrDefault(ponPort, new TreeMap<>()).values().stream();
    }

    /** The splitters from the PON port down to one, that one included. */
    List<Splitter> chainTo(Splitter splitter) {
        Deque<Splitter> chain = new ArrayDeque<>();
        Optional<Splitter> next = Optional.of(splitter);
        while (next.isPresent()) {
            chain.push(next.get());
            next = next.get().parent().flatMap(feeding -> find(feeding.splitter()));
        }
        return List.copyOf(chain);
    }

    /** The splitters within a radius, the nearest first, of equally near ones the lesser name first. */
    Stream<Splitter> nearest(GeoPosition position, Distance radius) {
        return grid.around(position, radius)
                .map(splitter -> new Candidate(splitter, splitter.position().distanceTo(position)))
                .filter(candidate -> candidate.distance().compareTo(radius) <= 0)
                .sorted(Candidate.NEAREST_FIRST)
                .map(Candidate::splitter);
    }

    void put(Splitter splitter) {
        Optional<Splitter> before = find(splitter.id());
        before.ifPresent(this::erase);
        write(splitter);
        undo.push(() -> {
            erase(splitter);
            before.ifPresent(this::write);
        });
    }

    void remove(Splitter splitter) {
        erase(splitter);
        undo.push(() -> write(splitter));
    }

    private void write(Splitter splitter) {
        byId.put(splitter.id(), splitter);
        byPonPort.computeIfAbsent(splitter.ponPort(), first -> new TreeMap<>()).put(splitter.id(), splitter);
        splitter.parent().ifPresent(feeding -> byParent.put(feeding, splitter));
        grid.add(splitter);
    }

    private void erase(Splitter splitter) {
        byId.remove(splitter.id());
        Optional.ofNullable(byPonPort.get(splitter.ponPort())).ifPresent(under -> under.remove(splitter.id()));
        // while a layout is installed, another splitter may have taken the feeding output over already
        splitter.parent().ifPresent(feeding -> byParent.remove(feeding, splitter));
        grid.remove(splitter);
    }
}
