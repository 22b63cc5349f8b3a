package io.silverdata.contract.model;

import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the plant knows about a splitter and the way to it, at one moment.
 *
 * @param chain the splitters from the PON port down to this one, at least one
 * @param ponPort the PON port at the head
 * @param oltState whether the OLT is in service
 * @param freeOutputs outputs of this splitter that anyone may have, 0 or more
 * @param subscribers outputs under the PON port that somebody has, 0 or more
 * @param sold the download rates that are sold under the PON port, if the host tells them
 */
public record SplitterSurvey(
        List<Splitter> chain,
        PonPort ponPort,
        ServiceState oltState,
        int freeOutputs,
        int subscribers,
        Optional<List<Bandwidth>> sold) {

    /** What a plant knows: all but what is sold. */
    public SplitterSurvey(
            List<Splitter> chain, PonPort ponPort, ServiceState oltState, int freeOutputs, int subscribers) {
        this(chain, ponPort, oltState, freeOutputs, subscribers, Optional.empty());
    }

    /**
     * @throws IllegalArgumentException if the chain is empty
     */
    public SplitterSurvey {
        chain = List.copyOf(chain);
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(oltState, "oltState");
        Rule.range("chain length", chain.size(), 1, Integer.MAX_VALUE);
        Rule.range("freeOutputs", freeOutputs, 0, Integer.MAX_VALUE);
        Rule.range("subscribers", subscribers, 0, Integer.MAX_VALUE);
        sold = sold.map(List::copyOf);
    }

    /** The same with the download rates that are sold under the PON port. */
    public SplitterSurvey withSold(List<Bandwidth> rates) {
        return new SplitterSurvey(chain, ponPort, oltState, freeOutputs, subscribers, Optional.of(rates));
    }

    /** The same for the holder of an output: that output counts as free. */
    public SplitterSurvey withoutClaimOn(PortAssignment own) {
        if (!own.ponPort().equals(ponPort.id())) {
            return this;
        }
        boolean here = own.splitterOutput().splitter().equals(splitter().id());
        return new SplitterSurvey(
                chain, ponPort, oltState, freeOutputs + (here ? 1 : 0), Math.max(0, subscribers - 1), sold);
    }

    /** The splitter that the survey is about. */
    public Splitter splitter() {
        return Iterables.getLast(chain);
    }
}
