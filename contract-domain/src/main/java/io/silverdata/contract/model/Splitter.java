package io.silverdata.contract.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A passive splitter: fed by a PON port or by an output of another splitter, and dividing the light over its outputs.
 *
 * @param id its name
 * @param ponPort the PON port at the head of its tree
 * @param parent the output that feeds it; empty if the PON port itself does
 * @param outputs how many it has, 2 to 128
 * @param position where it hangs
 * @param loss from its input to any output, connectors inside included, if known
 * @param feed length of fibre from the PON port or the parent
 */
public record Splitter(
        SplitterId id,
        PonPortId ponPort,
        Optional<SplitterOutputId> parent,
        int outputs,
        GeoPosition position,
        Optional<Decibels> loss,
        Distance feed) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range, or if the splitter feeds itself
     */
    public Splitter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ponPort, "ponPort");
        Rule.range("outputs", outputs, 2, 128);
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(feed, "feed");
        if (parent.map(SplitterOutputId::splitter).filter(id::equals).isPresent()) {
            throw new IllegalArgumentException("parent must be an output of another splitter, was " + parent.get());
        }
    }
}
