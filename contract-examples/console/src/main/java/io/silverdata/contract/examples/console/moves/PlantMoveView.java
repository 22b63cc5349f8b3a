package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.examples.console.background.RunView;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.move.MoveItem;
import io.silverdata.contract.move.MoveProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A move as its page shows it.
 *
 * @param stage whether it goes forward or back, or is over
 * @param open whether something is still to be done
 * @param back whether it goes back, or went back
 * @param parts the splitters, with where they are
 * @param spliced how many of them are where they are to be
 * @param run the latest run of this process, if it made one
 * @param state what is to be done next, as the run found
 * @param undelivered contracts whose OLT has not confirmed yet, or has refused
 * @param counts how many turns ended in which way
 * @param turns the latest turns, those that went wrong before the others
 */
public record PlantMoveView(
        String name,
        String stage,
        boolean open,
        boolean back,
        boolean paused,
        Instant notBefore,
        List<Part> parts,
        long spliced,
        Optional<RunView> run,
        Optional<String> state,
        long undelivered,
        List<Count> counts,
        List<Turn> turns) {
    private static final int SHOWN = 100;

    /**
     * A splitter.
     *
     * @param place where the plant has it; empty if it is not there
     * @param there whether that is where the move wants it
     */
    public record Part(String splitter, String from, String to, Optional<String> place, boolean there) {
        static Part of(SplitterMove move, PlantMoveState state, Places places) {
            var place = places.of(move.splitter());
            return new Part(
                    move.splitter().value(),
                    move.from().toString(),
                    move.to().toString(),
                    place.map(Object::toString),
                    place.filter(at -> at.ponPort().equals(state.goal(move).ponPort()))
                            .isPresent());
        }
    }

    /** How many turns ended in a way. */
    public record Count(String outcome, long count) {}

    /** What was done to a contract, or why not. */
    public record Turn(String contract, Optional<String> number, String outcome, Phrase what) {}

    /** Where it is shown. */
    public String path() {
        return path("move", name);
    }

    /** What the page asks for again while the run goes on. */
    public String progressPath() {
        return path("progress", name);
    }

    /** A page of a move. A name may have any character, so it is a parameter. */
    static String path(String page, String name) {
        return UriComponentsBuilder.fromPath("/plant/moves/" + page)
                .queryParam("name", "{name}")
                .encode()
                .buildAndExpand(name)
                .toUriString();
    }

    /** Whether the page asks for the progress again. */
    public boolean goesOn() {
        return run.filter(RunView::goesOn).isPresent();
    }

    /** How often it does: seldom while the move waits for its time. */
    public String trigger() {
        return run.flatMap(RunView::resumeAt).isPresent() ? "every 30s" : "every 1s";
    }

    static PlantMoveView of(
            PlantMoveState state, Places places, Optional<RunView> run, Optional<MoveFindings> findings) {
        List<Part> parts = state.plan().splitters().stream()
                .map(move -> Part.of(move, state, places))
                .toList();
        Optional<MoveProgress> progress = findings.flatMap(MoveFindings::progress);
        PlantMoveState.Stage stage = state.stage();
        return new PlantMoveView(
                state.plan().name(),
                stage.name(),
                stage.isOpen(),
                stage == PlantMoveState.Stage.BACK || stage == PlantMoveState.Stage.RETURNED,
                state.paused(),
                state.plan().notBefore(),
                parts,
                parts.stream().filter(Part::there).count(),
                run,
                progress.map(known -> known.state().name()),
                progress.map(MoveProgress::undelivered).orElse(0L),
                progress.map(PlantMoveView::counts).orElse(List.of()),
                findings.map(PlantMoveView::turns).orElse(List.of()));
    }

    private static List<Count> counts(MoveProgress progress) {
        List<Count> counts = new ArrayList<>();
        for (MoveItem.Outcome outcome : MoveItem.Outcome.values()) {
            if (progress.count(outcome) > 0) {
                counts.add(new Count(outcome.name(), progress.count(outcome)));
            }
        }
        return counts;
    }

    private static List<Turn> turns(MoveFindings findings) {
        return Stream.of(MoveItem.Outcome.values())
                .sorted(Comparator.reverseOrder())
                .flatMap(outcome -> findings.rows().of(outcome).stream())
                .limit(SHOWN)
                .toList();
    }
}
