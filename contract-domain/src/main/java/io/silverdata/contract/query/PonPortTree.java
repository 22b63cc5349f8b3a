package io.silverdata.contract.query;

import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A PON port with the tree of its splitters.
 *
 * @param ponPort the PON port at the head
 * @param olt whether its OLT is in service
 * @param splitters each before those that it feeds, these in the order of its outputs; those that the PON port feeds by their names
 */
public record PonPortTree(PonPort ponPort, ServiceState olt, List<Node> splitters) {
    public PonPortTree {
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(olt, "olt");
        splitters = List.copyOf(splitters);
    }

    /**
     * A splitter in the tree.
     *
     * @param level 1 if the PON port feeds it, one more than that of the splitter that feeds it otherwise
     * @param splitter what it is, and how its outputs are used
     */
    public record Node(int level, SplitterSummary splitter) {
        public Node {
            Objects.requireNonNull(splitter, "splitter");
        }
    }

    /**
     * The tree that splitters make, for adapter authors.
     *
     * @param splitters all of the PON port, in any order
     */
    public static PonPortTree of(PonPort ponPort, ServiceState olt, Collection<SplitterSummary> splitters) {
        Map<SplitterId, SplitterSummary> first = new TreeMap<>();
        Map<SplitterId, Map<SplitterOutputId, SplitterSummary>> fed = new TreeMap<>();
        splitters.forEach(summary -> summary.splitter()
                .parent()
                .ifPresentOrElse(
                        output -> fed.computeIfAbsent(output.splitter(), parent -> new TreeMap<>())
                                .put(output, summary),
                        () -> first.put(summary.splitter().id(), summary)));
        List<Node> nodes = new ArrayList<>();
        first.values().forEach(summary -> add(nodes, 1, summary, fed));
        return new PonPortTree(ponPort, olt, nodes);
    }

    private static void add(
            List<Node> nodes,
            int level,
            SplitterSummary summary,
            Map<SplitterId, Map<SplitterOutputId, SplitterSummary>> fed) {
        nodes.add(new Node(level, summary));
        fed.getOrDefault(summary.splitter().id(), Map.of())
                .values()
                .forEach(child -> add(nodes, level + 1, child, fed));
    }
}
