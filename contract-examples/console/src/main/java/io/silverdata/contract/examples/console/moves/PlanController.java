package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.background.Scopes;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.move.MovePreview;
import io.silverdata.contract.move.MoveRun;
import io.silverdata.contract.move.MovedContract;
import io.silverdata.contract.query.ContractSummary;
import io.vavr.control.Either;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans a move, shows what it would do, and begins it as it was shown. */
@Controller
@RequestMapping("/plant/moves")
final class PlanController {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private final Contracts contracts;
    private final MoveJobs jobs;
    private final Scopes scopes;
    private final Clock clock;

    PlanController(Contracts contracts, MoveJobs jobs, Scopes scopes, Clock clock) {
        this.contracts = contracts;
        this.jobs = jobs;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** The form of a kind; values in the request fill it in. */
    @GetMapping("/plan")
    String plan(
            @RequestParam MoveKind kind,
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute("page") PageContext page,
            Model model) {
        Form form = Form.of(typed);
        return form(
                kind,
                form.given("name").isPresent()
                        ? form
                        : form.with(
                                "name",
                                "move-"
                                        + LocalDateTime.ofInstant(clock.instant(), page.zone())
                                                .format(NAME)),
                model);
    }

    /** What a plan would do. Reads every contract under the splitters, and writes nothing. */
    @GetMapping("/preview")
    String preview(
            @RequestParam MoveKind kind,
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        FormReader reader = new FormReader(Form.of(typed));
        Optional<MovePreview> preview = new MoveForm(contracts, reader, page.zone(), clock.instant()).preview(kind);
        if (preview.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(kind, reader.form(page), model);
        }
        return preview(preview.get(), Form.empty(), model);
    }

    @PostMapping
    String begin(
            @RequestParam String name,
            @RequestParam String plan,
            @RequestParam String notBefore,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        PlantMove wanted = PlanText.read(name, plan, notBefore)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "no plan of a preview"));
        CommandContext person = CommandContext.by(by.actor().value(), by.trigger());
        Either<Rejection, MoveRun> begun = contracts.moves().begin(wanted, person);
        if (begun.isLeft()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return preview(
                    contracts.moves().preview(wanted), Form.empty().wrong("", page.rejection(begun.getLeft())), model);
        }
        jobs.goOn(name, by).peek(run -> Flash.done(flash, "moves.begun", name));
        return MovesController.to(name);
    }

    private String form(MoveKind kind, Form form, Model model) {
        model.addAttribute("kind", kind.name());
        model.addAttribute("form", form);
        model.addAttribute("olts", scopes.olts());
        return "moves/plan";
    }

    private String preview(MovePreview preview, Form form, Model model) {
        Map<ContractId, ContractSummary> known = contracts
                .summaries(MovePreviewView.shown(preview).stream()
                        .map(MovedContract::contract)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(ContractSummary::id, Function.identity()));
        model.addAttribute("view", MovePreviewView.of(preview, known));
        model.addAttribute("form", form);
        return "moves/preview";
    }
}
