package io.silverdata.contract.model;

import java.util.Objects;

/**
 * A splitter that is spliced elsewhere, with all that it feeds.
 *
 * @param splitter which
 * @param from what feeds it before
 * @param to what feeds it afterwards, on another PON port
 */
public record SplitterMove(SplitterId splitter, SplicePoint from, SplicePoint to) {

    /**
     * Checks that the PON port changes.
     *
     * @throws IllegalArgumentException if it does not: no contract is concerned, and the splitter is installed anew
     */
    public SplitterMove {
        Objects.requireNonNull(splitter, "splitter");
        if (from.ponPort().equals(to.ponPort())) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("to", to.toString(), "another PON port than " + from.ponPort())
                            .message());
        }
    }

    @Override
    public String toString() {
        return splitter + ": " + from + " -> " + to;
    }
}
