package io.silverdata.contract.examples.console.background;

import java.util.function.Consumer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Pause, resume and stop of a run: what the controllers of all screens with runs have in common.
 *
 * @param <J> a run with what its screen shows of it
 */
public abstract class RunControls<J> {
    /** The runs of the screen. */
    protected final LatestRuns<J> jobs;

    private final String path;

    /**
     * Controls of runs.
     *
     * @param jobs the runs of the screen
     * @param path of the screen; a run's page is below it
     */
    protected RunControls(LatestRuns<J> jobs, String path) {
        this.jobs = jobs;
        this.path = path;
    }

    @PostMapping("/{run}/pause")
    public final String pause(@PathVariable String run) {
        return control(run, BackgroundRun::pause);
    }

    @PostMapping("/{run}/resume")
    public final String resume(@PathVariable String run) {
        return control(run, BackgroundRun::resume);
    }

    @PostMapping("/{run}/stop")
    public final String stop(@PathVariable String run) {
        return control(run, BackgroundRun::stop);
    }

    private String control(String run, Consumer<BackgroundRun> change) {
        change.accept(jobs.requireRun(run));
        return "redirect:" + path + "/" + run;
    }
}
