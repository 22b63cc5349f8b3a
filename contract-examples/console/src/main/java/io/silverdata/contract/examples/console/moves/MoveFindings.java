package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.examples.console.background.KeptRows;
import io.silverdata.contract.examples.console.background.Slice;
import io.silverdata.contract.examples.console.web.EventPhrases;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.RejectionPhrases;
import io.silverdata.contract.move.MoveItem;
import io.silverdata.contract.move.MoveProgress;
import io.silverdata.contract.move.MoveRun;
import io.silverdata.contract.runs.RunState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run of a move has done, contract by contract. Thread-safe, but advanced by one thread at a time. */
final class MoveFindings {
    private static final int SLICE = 200;

    private final MoveRun run;
    private final KeptRows<MoveItem.Outcome, PlantMoveView.Turn> rows = new KeptRows<>(MoveItem.Outcome.class);
    private volatile @Nullable MoveProgress progress;
    private volatile boolean again;

    MoveFindings(MoveRun run) {
        this.run = run;
    }

    /** Goes on until people have something to do, or the time of the move has not come. */
    Slice.Next advance() {
        again = false;
        MoveProgress next = run.advance(SLICE, this::keep);
        progress = next;
        return switch (next.state()) {
            case MORE -> new Slice.Next(RunState.MORE, Optional.empty());
            case WAITING -> new Slice.Next(RunState.WAITING, next.resumeAt());
            case PAUSED, AWAITING_SPLICE, BLOCKED, FINISHED ->
                new Slice.Next(again ? RunState.MORE : RunState.FINISHED, Optional.empty());
        };
    }

    /** Looks once more before it ends: a splitter was spliced meanwhile, or the move was turned round. */
    void again() {
        again = true;
    }

    Optional<MoveProgress> progress() {
        return Optional.ofNullable(progress);
    }

    KeptRows<MoveItem.Outcome, PlantMoveView.Turn> rows() {
        return rows;
    }

    private void keep(MoveItem item) {
        rows.add(
                item.outcome(),
                new PlantMoveView.Turn(
                        item.id().toString(),
                        item.result().map(result -> result.contract().number().value()),
                        item.outcome().name(),
                        what(item)));
    }

    private static Phrase what(MoveItem item) {
        return item.fault()
                .map(fault -> Phrase.plain(fault.problem()))
                .or(() -> item.refusal().map(RejectionPhrases::of))
                .orElseGet(() -> Phrase.of(
                        "plain",
                        item.result().stream()
                                .flatMap(result -> result.events().stream())
                                .map(event -> EventPhrases.title(event.event()))
                                .distinct()
                                .toList()));
    }
}
