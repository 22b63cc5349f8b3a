package io.silverdata.contract.examples.console.plant;

import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.query.PonPortTree;
import java.util.List;
import java.util.Optional;

/** A PON port with the tree of its splitters. */
public record TreeView(
        String olt,
        String oltState,
        String label,
        String path,
        String state,
        String technologies,
        int limit,
        Optional<String> transmitPower,
        Fill fill,
        List<Node> splitters) {

    /**
     * A splitter in the tree, each before those that it feeds.
     *
     * @param level 1 if the PON port feeds it
     * @param feed the output that feeds it, if it is not the PON port
     */
    public record Node(
            int level,
            String splitter,
            Optional<String> feed,
            Optional<String> loss,
            String fibre,
            double latitude,
            double longitude,
            Fill fill) {}

    static TreeView of(PonPortTree tree) {
        PonPort port = tree.ponPort();
        List<Node> nodes = tree.splitters().stream().map(TreeView::node).toList();
        return new TreeView(
                port.id().olt().value(),
                tree.olt().name(),
                PonPortTile.label(port.id()),
                PonPortTile.path(port.id()),
                port.state().name(),
                String.join(", ", port.technologies().stream().map(Enum::name).toList()),
                port.subscriberLimit(),
                port.transmitPower().map(Object::toString),
                nodes.stream().map(Node::fill).reduce(new Fill(0, 0, 0, 0, 0, port.subscriberLimit()), Fill::plus),
                nodes);
    }

    private static Node node(PonPortTree.Node node) {
        Splitter splitter = node.splitter().splitter();
        return new Node(
                node.level(),
                splitter.id().value(),
                splitter.parent().map(SplitterOutputId::toString),
                splitter.loss().map(Object::toString),
                splitter.feed().toString(),
                splitter.position().latitude(),
                splitter.position().longitude(),
                Fill.of(node.splitter().occupancy().outputs(), 0));
    }
}
