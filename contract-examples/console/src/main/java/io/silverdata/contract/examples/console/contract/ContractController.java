package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spring.web.RejectedException;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a contract, its notes, and the two ways to have the network told again. */
@Controller
class ContractController {
    private final Contracts contracts;
    private final ContractScreen screen;

    ContractController(Contracts contracts, ContractScreen screen) {
        this.contracts = contracts;
        this.screen = screen;
    }

    @GetMapping("/contracts/{id}")
    String show(
            @PathVariable ContractId id,
            @RequestParam Optional<String> notes,
            @RequestParam Optional<String> events,
            @ModelAttribute("page") PageContext page,
            Model model) {
        model.addAttribute("view", screen.view(find(id), page, notes, events));
        model.addAttribute("note", Form.empty());
        return "contract/contract";
    }

    @PostMapping("/contracts/{id}/notes")
    ModelAndView addNote(
            @PathVariable ContractId id,
            @RequestParam MultiValueMap<String, String> parameters,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes redirect) {
        Contract contract = find(id);
        Form form = Form.of(parameters);
        Either<Rejection, ContractNote> added =
                contracts.notes().add(id, form.value("text").replace("\r\n", "\n"), by);
        if (added.isLeft()) {
            return new ModelAndView("contract/contract", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("view", screen.view(contract, page, Optional.empty(), Optional.empty()))
                    .addObject("note", form.rejected(added.getLeft(), page, Map.of("note", "text")));
        }
        Flash.done(redirect, "contract.note.added");
        return back(id, "notes");
    }

    @PostMapping("/contracts/{id}/notes/{note}/erase")
    ModelAndView eraseNote(
            @PathVariable ContractId id, @PathVariable NoteId note, CommandContext by, RedirectAttributes redirect) {
        Either<Rejection, ContractNote> erased = contracts.notes().erase(id, note, by);
        if (erased.isLeft() && !(erased.getLeft() instanceof Rejection.UnknownNote)) {
            throw new RejectedException(erased.getLeft());
        }
        Flash.done(redirect, "contract.note.erased");
        return back(id, "notes");
    }

    /** Takes up what was given up, as a command in the contract's history. */
    @PostMapping("/contracts/{id}/retry")
    ModelAndView retry(
            @PathVariable ContractId id,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes redirect) {
        contracts
                .worker()
                .retryProvisioning(id, by)
                .peek(done -> Flash.done(redirect, "contract.network.retried"))
                .peekLeft(refused -> Flash.refused(redirect, "plain", page.rejection(refused)));
        return back(id, "network");
    }

    /** Tells both devices once more, whatever they confirmed. */
    @PostMapping("/contracts/{id}/redeliver")
    ModelAndView redeliver(@PathVariable ContractId id, RedirectAttributes redirect) {
        contracts.worker().redeliver(find(id).id());
        Flash.done(redirect, "contract.network.redelivered");
        return back(id, "network");
    }

    private Contract find(ContractId id) {
        return contracts.find(id).orElseThrow(() -> new RejectedException(new Rejection.ContractNotFound(id)));
    }

    private static ModelAndView back(ContractId id, String section) {
        ModelAndView redirect = new ModelAndView("redirect:/contracts/" + id + "#" + section);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
