package io.silverdata.contract.examples.console.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.runs.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BackgroundRunTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final PlannedTurns turns = new PlannedTurns();
    private final Deque<Supplier<Slice.Next>> slices = new ArrayDeque<>();
    private final BackgroundRun run =
            new BackgroundRun("run-1", "ana", () -> slices.remove().get(), turns, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void goes_on_slice_by_slice_until_it_is_through() {
        then(RunState.MORE);
        then(RunState.FINISHED);
        run.begin();

        turns.turn();
        assertThat(run.phase()).isEqualTo(Phase.RUNNING);
        turns.turn();

        assertThat(run.phase()).isEqualTo(Phase.FINISHED);
        assertThat(run.endedAt()).contains(NOW);
        assertThat(turns.planned()).isZero();
    }

    @Test
    void waits_until_the_time_that_the_library_names() {
        slices.add(() -> new Slice.Next(RunState.WAITING, Optional.of(NOW.plusSeconds(7))));
        run.begin();

        turns.turn();

        assertThat(run.phase()).isEqualTo(Phase.WAITING);
        assertThat(run.resumeAt()).contains(NOW.plusSeconds(7));
        assertThat(turns.delay()).contains(Duration.ofSeconds(7));
    }

    @Test
    void a_pause_begins_no_further_slice_until_somebody_lets_it_go_on() {
        then(RunState.MORE);
        then(RunState.FINISHED);
        run.begin();
        turns.turn();

        run.pause();
        turns.turn();
        assertThat(slices).hasSize(1);
        assertThat(turns.planned()).isZero();

        run.resume();
        turns.turn();
        assertThat(run.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void a_pause_in_the_middle_of_a_slice_keeps_what_the_slice_did() {
        slices.add(() -> {
            run.pause();
            return new Slice.Next(RunState.MORE, Optional.empty());
        });
        run.begin();

        turns.turn();

        assertThat(run.phase()).isEqualTo(Phase.PAUSED);
        assertThat(turns.planned()).isZero();
    }

    @Test
    void going_on_before_the_planned_turn_plans_no_second_one() {
        run.begin();

        run.pause();
        run.resume();

        assertThat(turns.planned()).isEqualTo(1);
    }

    @Test
    void a_stop_is_for_good() {
        then(RunState.MORE);
        run.begin();
        turns.turn();

        run.stop();
        run.resume();
        turns.turn();

        assertThat(run.phase()).isEqualTo(Phase.STOPPED);
        assertThat(turns.planned()).isZero();
    }

    @Test
    void what_is_through_was_not_stopped() {
        slices.add(() -> {
            run.stop();
            return new Slice.Next(RunState.FINISHED, Optional.empty());
        });
        run.begin();

        turns.turn();

        assertThat(run.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void a_failure_is_told_and_tried_again_when_somebody_lets_it_go_on() {
        slices.add(() -> {
            throw new IllegalStateException("the database is away");
        });
        then(RunState.FINISHED);
        run.begin();

        turns.turn();
        assertThat(run.phase()).isEqualTo(Phase.FAILED);
        assertThat(run.problem().orElseThrow().values()).containsExactly("IllegalStateException: the database is away");

        run.resume();
        turns.turn();
        assertThat(run.phase()).isEqualTo(Phase.FINISHED);
        assertThat(run.problem()).isEmpty();
    }

    @Test
    void an_error_leaves_no_run_that_seems_to_go_on() {
        slices.add(() -> {
            throw new StackOverflowError();
        });
        run.begin();

        turns.turn();

        assertThat(run.phase()).isEqualTo(Phase.FAILED);
        assertThat(turns.planned()).isZero();
    }

    @Test
    void a_run_that_may_not_begin_has_ended_and_says_why() {
        Phrase why = Phrase.plain("too many");
        slices.add(() -> {
            throw new RefusedRun(why);
        });
        run.begin();

        turns.turn();
        run.resume();

        assertThat(run.phase()).isEqualTo(Phase.LIMITED);
        assertThat(run.problem()).contains(why);
        assertThat(turns.planned()).isZero();
    }

    private void then(RunState state) {
        slices.add(() -> new Slice.Next(state, Optional.empty()));
    }
}
