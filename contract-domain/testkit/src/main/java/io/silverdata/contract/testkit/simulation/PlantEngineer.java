package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.move.MoveProgress;
import io.silverdata.contract.move.MoveProgress.State;
import io.silverdata.contract.move.PlantMoves;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;

/** Moves splitters as chance has it, one after the other. What a process leaves that is killed, another goes on with. */
final class PlantEngineer {
    private static final CommandContext ENGINEER = CommandContext.by("engineer", Trigger.ADMIN);
    private static final List<Duration> WAITS = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final SimulatedProcess process;
    private final Timeline timeline;

    PlantEngineer(SimulatedProcess process, Timeline timeline) {
        this.process = process;
        this.timeline = timeline;
    }

    void work(int steps) {
        for (int n = 0; n < steps; n++) {
            timeline.sleep(timeline.one(WAITS));
            process.beginsCall();
            try {
                List<PlantMoveState> open = moves().open();
                if (open.isEmpty()) {
                    begin();
                } else {
                    goOn(open.get(0));
                }
            } catch (RuntimeException thrown) {
                timeline.tell(process.name() + ": " + thrown + ".");
            }
        }
    }

    /** Ends what is open, whatever became of it, while nothing goes wrong. */
    void finish() {
        for (PlantMoveState open : moves().open()) {
            String name = open.plan().name();
            moves().resume(name);
            while (advance(name, 10).state() != State.FINISHED) {
                boolean isSpliced = open.plan().splitters().stream().allMatch(part -> splice(name, part));
                if (!isSpliced) {
                    say("turns " + name + " back", moves().turnBack(name));
                }
            }
        }
    }

    private void begin() {
        int splitter = 1 + timeline.choose(Town.ADDRESSES);
        int ponPort = 1 + timeline.choose(Town.ADDRESSES);
        String name = "move-" + timeline.now().toEpochMilli();
        Either<Rejection, PlantMove> plan = moves().planSplitter(
                        name, Town.splitterId(splitter), SplicePoint.of(Town.ponPortId(ponPort)), timeline.now());
        say(
                "moves splitter " + splitter + " to PON port " + ponPort,
                plan.flatMap(made -> moves().begin(made, ENGINEER)));
    }

    private void goOn(PlantMoveState move) {
        String name = move.plan().name();
        switch (timeline.one(List.of(0, 1, 2, 3, 4, 5, 6, 7))) {
            case 0, 1, 2 -> advance(name, 2);
            case 3, 4 -> splice(name, move.plan().splitters().get(0));
            case 5 -> say("turns " + name + " back", moves().turnBack(name));
            case 6 -> say("pauses " + name, moves().pause(name));
            default -> say("resumes " + name, moves().resume(name));
        }
    }

    private MoveProgress advance(String name, int max) {
        MoveProgress progress = moves().run(name, ENGINEER)
                .get()
                .advance(
                        max,
                        item -> timeline.tell(
                                process.name() + " has " + item.id() + " " + item.outcome() + " by " + name + "."));
        timeline.tell(process.name() + " finds " + name + " " + progress.state() + ".");
        return progress;
    }

    private boolean splice(String name, SplitterMove part) {
        Either<Rejection, PlantMoveState> spliced = moves().spliced(name, part.splitter());
        say("splices " + part.splitter() + " of " + name, spliced);
        return spliced.isRight();
    }

    private <T> void say(String what, Either<Rejection, T> outcome) {
        timeline.tell(process.name() + " " + what
                + outcome.fold(refusal -> ", which is refused: " + refusal.message(), done -> "") + ".");
    }

    private PlantMoves moves() {
        return process.contracts().moves();
    }
}
