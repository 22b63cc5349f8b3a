package io.silverdata.contract.examples.console.plant;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.spi.Storage;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One splitter: its outputs with who has them, their condition, its name and its removal. */
@Controller
@RequestMapping("/plant/splitters/{splitter}")
final class SplitterController {
    private static final String PATH = "/plant/splitters/";

    private final Contracts contracts;
    private final Storage storage;
    private final Clock clock;

    SplitterController(Contracts contracts, Storage storage, Clock clock) {
        this.contracts = contracts;
        this.storage = storage;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable SplitterId splitter, Model model) {
        addOutputs(splitter, model);
        addSplitter(splitter, model);
        return "plant/splitter";
    }

    /** The outputs alone, for the page of the PON port. */
    @GetMapping("/outputs")
    String outputs(@PathVariable SplitterId splitter, Model model) {
        addOutputs(splitter, model);
        model.addAttribute("splitter", splitter.value());
        return "plant/outputs";
    }

    @PostMapping("/outputs/{output}/condition")
    String condition(
            @PathVariable SplitterId splitter,
            @PathVariable int output,
            @RequestParam PortCondition condition,
            RedirectAttributes flash) {
        if (!storage.plant().setCondition(new SplitterOutputId(splitter, output), condition)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Flash.done(flash, "plant.condition.changed");
        return "redirect:" + PATH + splitter;
    }

    @PostMapping("/name")
    String rename(
            @PathVariable SplitterId splitter,
            @RequestParam(defaultValue = "") String name,
            @ModelAttribute("page") PageContext page,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Optional<Rejection> refusal = SplitterId.parse(name.strip())
                .fold(Optional::of, other -> contracts.plant().rename(splitter, other));
        if (refusal.isPresent()) {
            model.addAttribute("name", name);
            return refused(splitter, "nameError", page.rejection(refusal.get()), model, response);
        }
        Flash.done(flash, "plant.renamed");
        return "redirect:" + PATH + name.strip();
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable SplitterId splitter,
            @ModelAttribute("page") PageContext page,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        PonPortId ponPort = survey(splitter).splitter().ponPort();
        Optional<Rejection> refusal = contracts.plant().remove(splitter);
        if (refusal.isPresent()) {
            return refused(splitter, "removalError", page.rejection(refusal.get()), model, response);
        }
        Flash.done(flash, "plant.removed");
        return "redirect:" + PonPortTile.path(ponPort);
    }

    private String refused(
            SplitterId splitter, String field, String refusal, Model model, HttpServletResponse response) {
        model.addAttribute(field, refusal);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(splitter, model);
    }

    private void addOutputs(SplitterId splitter, Model model) {
        model.addAttribute(
                "outputs",
                contracts.plant().outputs(splitter).stream().map(OutputCell::of).toList());
    }

    private void addSplitter(SplitterId id, Model model) {
        SplitterSurvey survey = survey(id);
        model.addAttribute(
                "view",
                new SplitterView(
                        id.value(),
                        survey.splitter().ponPort().toString(),
                        PonPortTile.path(survey.splitter().ponPort()),
                        survey.splitter().parent().map(Object::toString),
                        survey.splitter().loss().map(Object::toString)));
    }

    private SplitterSurvey survey(SplitterId splitter) {
        return storage.plant()
                .survey(splitter, clock.instant())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
