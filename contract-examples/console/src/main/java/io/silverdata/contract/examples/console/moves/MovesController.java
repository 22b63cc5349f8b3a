package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.background.RunView;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.move.PlantMoves;
import io.vavr.control.Either;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves that are under way: how far each is, what was spliced, pause, and the way back. */
@Controller
@RequestMapping("/plant/moves")
final class MovesController {
    private final Contracts contracts;
    private final MoveJobs jobs;
    private final Places places;

    MovesController(Contracts contracts, MoveJobs jobs, Places places) {
        this.contracts = contracts;
        this.jobs = jobs;
        this.places = places;
    }

    /** Where a move is shown. */
    static String to(String name) {
        return "redirect:" + PlantMoveView.path("move", name);
    }

    /** Those that are not over. */
    @GetMapping
    String moves(Model model) {
        model.addAttribute(
                "moves",
                contracts.moves().open().stream()
                        .map(state -> state.plan().name())
                        .map(this::view)
                        .toList());
        return "moves/moves";
    }

    @GetMapping("/move")
    String show(@RequestParam String name, Model model) {
        model.addAttribute("view", view(name));
        return "moves/move";
    }

    /** What the page asks for again every second while the run goes on. */
    @GetMapping("/progress")
    String progress(@RequestParam String name, Model model, HttpServletResponse response) {
        PlantMoveView view = view(name);
        model.addAttribute("view", view);
        if (!view.goesOn()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "moves/progress";
    }

    /** Lets the move go on, after a restart of the process for example, and looks what is to be delivered. */
    @PostMapping("/advance")
    String advance(
            @RequestParam String name,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        return goOn(name, "moves.goesOn", by, page, flash);
    }

    /** Says that a splitter was spliced, so that its contracts follow. */
    @PostMapping("/spliced")
    String spliced(
            @RequestParam String name,
            @RequestParam SplitterId splitter,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        return change(name, moves -> moves.spliced(name, splitter), true, "moves.spliced.done", by, page, flash);
    }

    @PostMapping("/pause")
    String pause(
            @RequestParam String name,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        return change(name, moves -> moves.pause(name), false, "moves.paused.done", by, page, flash);
    }

    @PostMapping("/resume")
    String resume(
            @RequestParam String name,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        return change(name, moves -> moves.resume(name), true, "moves.goesOn", by, page, flash);
    }

    @PostMapping("/back")
    String turnBack(
            @RequestParam String name,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        return change(name, moves -> moves.turnBack(name), true, "moves.back.done", by, page, flash);
    }

    private String change(
            String name,
            Function<PlantMoves, Either<Rejection, PlantMoveState>> change,
            boolean goesOn,
            String done,
            CommandContext by,
            PageContext page,
            RedirectAttributes flash) {
        Either<Rejection, PlantMoveState> changed = change.apply(contracts.moves());
        if (changed.isRight() && goesOn) {
            return goOn(name, done, by, page, flash);
        }
        changed.peek(state -> Flash.done(flash, done))
                .peekLeft(why -> Flash.refused(flash, "moves.refused", page.rejection(why)));
        return to(name);
    }

    private String goOn(String name, String done, CommandContext by, PageContext page, RedirectAttributes flash) {
        jobs.goOn(name, by)
                .peek(job -> Flash.done(flash, done))
                .peekLeft(why -> Flash.refused(flash, "moves.refused", page.rejection(why)));
        return to(name);
    }

    /** How the run stands is read first: what it has done by then is in the storage. */
    private PlantMoveView view(String name) {
        Optional<MoveJob> job = jobs.find(name);
        Optional<RunView> run = job.map(MoveJob::run).map(RunView::of);
        PlantMoveState state =
                contracts.moves().find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return PlantMoveView.of(state, places, run, job.map(MoveJob::findings));
    }
}
