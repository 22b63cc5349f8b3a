package io.silverdata.contract.examples.console.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.runs.RunState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatestRunsTest {
    private final PlannedTurns turns = new PlannedTurns();
    private final LatestRuns<BackgroundRun> runs = new LatestRuns<>(run -> run);

    @Test
    void a_form_that_is_sent_twice_begins_one_run() {
        BackgroundRun first = runs.begin("key", () -> run("key"));

        BackgroundRun second = runs.begin("key", () -> run("another"));

        assertThat(second).isSameAs(first);
        assertThat(runs.latest()).containsExactly(first);
    }

    @Test
    void the_oldest_that_has_ended_is_forgotten_and_none_that_goes_on() {
        BackgroundRun going = runs.begin("going", () -> run("going"));
        List<BackgroundRun> ended = IntStream.range(0, 20)
                .mapToObj(i -> runs.begin("ended-" + i, () -> stopped("ended-" + i)))
                .toList();

        assertThat(runs.latest()).hasSize(20).contains(going).doesNotContain(ended.get(0));
        assertThat(runs.find("ended-0")).isEmpty();
        assertThat(runs.find("going")).isEqualTo(Optional.of(going));
    }

    private BackgroundRun run(String id) {
        return new BackgroundRun(
                id, "ana", () -> new Slice.Next(RunState.MORE, Optional.empty()), turns, Clock.systemUTC());
    }

    private BackgroundRun stopped(String id) {
        BackgroundRun run = run(id);
        run.stop();
        return run;
    }
}
