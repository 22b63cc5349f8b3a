package io.silverdata.contract.examples.console.background;

import io.silverdata.contract.runs.RunState;
import java.time.Instant;
import java.util.Optional;

/** The work of a run, done a slice at a time, so that runs take turns and a pause is heard soon. */
@FunctionalInterface
public interface Slice {

    /** Does the next slice. Never called by two threads at once, and never after it was said to be the last. */
    Next advance();

    /**
     * What comes after a slice.
     *
     * @param state whether there is more
     * @param resumeAt when, if it has to wait
     */
    record Next(RunState state, Optional<Instant> resumeAt) {}
}
