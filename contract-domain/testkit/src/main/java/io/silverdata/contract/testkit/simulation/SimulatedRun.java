package io.silverdata.contract.testkit.simulation;

import java.util.List;

/**
 * A run in which every law held.
 *
 * @param steps how often an actor could have been interrupted
 * @param story what happened, a sentence for each event
 */
public record SimulatedRun(long steps, List<String> story) {

    public SimulatedRun {
        story = List.copyOf(story);
    }
}
