package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.background.BackgroundRuns;
import io.silverdata.contract.examples.console.background.Phase;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.move.MoveRun;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The latest run of each move in this process. What a move is, and how far, the storage says; a run that ended with its process is made again
 * when somebody lets the move go on. Thread-safe.
 */
@Component
class MoveJobs {
    private static final int MOST = 50;

    private final Contracts contracts;
    private final BackgroundRuns background;
    private final Map<String, MoveJob> latest = new LinkedHashMap<>();

    MoveJobs(Contracts contracts, BackgroundRuns background) {
        this.contracts = contracts;
        this.background = background;
    }

    /** The latest run of a move, if this process made one. */
    synchronized Optional<MoveJob> find(String name) {
        return Optional.ofNullable(latest.get(name));
    }

    /**
     * Lets a move go on. A run that is under way is left to go on; one that waits for its time, or has ended, is followed by another.
     *
     * @return the run; or {@link Rejection.UnknownMove}
     */
    synchronized Either<Rejection, MoveJob> goOn(String name, CommandContext by) {
        MoveJob known = latest.get(name);
        if (known != null
                && (known.run().phase() == Phase.RUNNING || known.run().phase() == Phase.COUNTING)) {
            known.findings().again();
            return Either.right(known);
        }
        CommandContext person =
                CommandContext.by(by.actor().value(), by.trigger()).correlatedBy(name);
        return contracts.moves().run(name, person).map(run -> begin(name, run, by));
    }

    private MoveJob begin(String name, MoveRun run, CommandContext by) {
        MoveJob before = latest.remove(name);
        if (before != null) {
            before.run().stop();
        }
        MoveFindings findings = new MoveFindings(run);
        MoveJob job = new MoveJob(background.begin(name, by.actor().value(), findings::advance), findings);
        latest.put(name, job);
        if (latest.size() > MOST) {
            latest.entrySet().stream()
                    .filter(entry -> entry.getValue().run().phase().isEnd())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(latest::remove);
        }
        return job;
    }
}
