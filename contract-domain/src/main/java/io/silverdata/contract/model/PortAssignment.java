package io.silverdata.contract.model;

import java.util.Objects;

/**
 * The way from a subscriber's drop to the OLT.
 *
 * @param splitterOutput the output that the drop is connected to
 * @param ponPort the PON port at the head of that tree
 */
public record PortAssignment(SplitterOutputId splitterOutput, PonPortId ponPort) {

    public PortAssignment {
        Objects.requireNonNull(splitterOutput, "splitterPort");
        Objects.requireNonNull(ponPort, "ponPort");
    }

    @Override
    public String toString() {
        return splitterOutput + " on " + ponPort;
    }
}
