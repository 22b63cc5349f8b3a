package io.silverdata.contract.testkit.simulation;

import java.util.List;

/** A run in which a law did not hold. Its message tells the run as a story. */
public final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String law;
    private final transient List<Integer> choices;
    private final transient List<String> story;

    SimulationFailure(String law, String how, List<Integer> choices, List<String> story, Throwable cause) {
        super(
                how + "\n\n" + String.join("\n", story) + "\n\nThe same again: new Choices(List.of("
                        + String.join(
                                ", ", choices.stream().map(String::valueOf).toList()) + "))",
                cause);
        this.law = law;
        this.choices = List.copyOf(choices);
        this.story = List.copyOf(story);
    }

    /** Which law does not hold, in a word. */
    public String law() {
        return law;
    }

    /** What makes the same run again, through {@link io.silverdata.contract.testkit.Choices}. */
    public List<Integer> choices() {
        return choices;
    }

    /** What happened, a sentence for each event. */
    public List<String> story() {
        return story;
    }
}
