package io.silverdata.contract.examples.console.background;

import io.silverdata.contract.examples.console.web.Phrase;
import java.time.Instant;
import java.util.Optional;

/**
 * A run in the background as a page shows it.
 *
 * @param id for paths
 * @param by who began it
 * @param phase how it stands
 * @param goesOn whether it goes on without anybody doing something
 * @param resumable whether somebody can let it go on
 * @param ended whether nothing comes after it
 * @param resumeAt when it goes on by itself, if it waits
 * @param problem why it failed, or did not begin
 */
public record RunView(
        String id,
        String by,
        Instant begunAt,
        Optional<Instant> endedAt,
        String phase,
        boolean goesOn,
        boolean resumable,
        boolean ended,
        Optional<Instant> resumeAt,
        Optional<Phrase> problem) {

    /** A run as it stands now. */
    public static RunView of(BackgroundRun run) {
        Phase phase = run.phase();
        return new RunView(
                run.id(),
                run.by(),
                run.begunAt(),
                run.endedAt(),
                phase.name(),
                phase.goesOn(),
                phase == Phase.PAUSED || phase == Phase.FAILED,
                phase.isEnd(),
                run.resumeAt(),
                run.problem());
    }
}
