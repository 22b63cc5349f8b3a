package io.silverdata.contract.examples.console.background;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The latest runs of a screen. Those that have ended are forgotten, the oldest first, when there are more than twenty. Thread-safe.
 *
 * @param <J> a run with what its screen shows of it
 */
public class LatestRuns<J> {
    private static final int MOST = 20;

    private final Map<String, J> runs = new LinkedHashMap<>();
    private final Function<J, BackgroundRun> run;

    /** None yet. */
    public LatestRuns(Function<J, BackgroundRun> run) {
        this.run = run;
    }

    /** Begins a run, unless the same form has begun it already. */
    public final synchronized J begin(String id, Supplier<J> begin) {
        J known = runs.get(id);
        if (known != null) {
            return known;
        }
        J begun = begin.get();
        runs.put(id, begun);
        forgetOldest();
        return begun;
    }

    /**
     * The run of an identity.
     *
     * @throws UnknownRun if it is not known or was forgotten
     */
    public final J require(String id) {
        return find(id).orElseThrow(() -> new UnknownRun(id));
    }

    /** The same without what its screen shows. */
    final BackgroundRun requireRun(String id) {
        return run.apply(require(id));
    }

    /** The run of an identity, if it is known. */
    public final synchronized Optional<J> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** All of them, the latest first. */
    public final synchronized List<J> latest() {
        List<J> latest = new ArrayList<>(runs.values());
        Collections.reverse(latest);
        return List.copyOf(latest);
    }

    private void forgetOldest() {
        if (runs.size() > MOST) {
            runs.entrySet().stream()
                    .filter(entry -> run.apply(entry.getValue()).phase().isEnd())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(runs::remove);
        }
    }
}
