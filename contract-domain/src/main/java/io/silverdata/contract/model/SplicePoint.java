package io.silverdata.contract.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What feeds a splitter.
 *
 * @param ponPort the PON port at the head of the tree
 * @param feeding the splitter output that feeds it; empty if the PON port does
 */
public record SplicePoint(PonPortId ponPort, Optional<SplitterOutputId> feeding) {
    public SplicePoint {
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(feeding, "feeding");
    }

    /** The PON port itself. */
    public static SplicePoint of(PonPortId ponPort) {
        return new SplicePoint(ponPort, Optional.empty());
    }

    /** An output of a splitter on a PON port. */
    public static SplicePoint of(PonPortId ponPort, SplitterOutputId feeding) {
        return new SplicePoint(ponPort, Optional.of(feeding));
    }

    /** Where a splitter is. */
    public static SplicePoint of(Splitter splitter) {
        return new SplicePoint(splitter.ponPort(), splitter.parent());
    }

    /** As {@code olt-1:0/1/2} or {@code SP-1#3 on olt-1:0/1/2}. */
    @Override
    public String toString() {
        return feeding.map(output -> output + " on ").orElse("") + ponPort;
    }
}
