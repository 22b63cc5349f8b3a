package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spring.web.RejectedException;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a command: filled in, previewed, given. What was typed stays until the command is accepted. */
@Controller
class CommandController {
    private static final int MAX_REASON = 1_000;
    private static final String WHY = "why";
    private static final String KEY = "key";
    private static final String VERSION = "version";
    private static final String STEP = "step";
    private static final String PREVIEW = "preview";

    private final Contracts contracts;
    private final CommandForms forms;
    private final Commander commander;
    private final ContractScreen screen;
    private final MoneyFacts money;
    private final Clock clock;

    CommandController(
            Contracts contracts,
            CommandForms forms,
            Commander commander,
            ContractScreen screen,
            MoneyFacts money,
            ObjectProvider<Clock> clock) {
        this.contracts = contracts;
        this.forms = forms;
        this.commander = commander;
        this.screen = screen;
        this.money = money;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** The form; values in the request fill it in. */
    @GetMapping("/contracts/{id}/{command}")
    ModelAndView open(
            @PathVariable ContractId id,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("page") PageContext page) {
        Contract contract = find(id);
        CommandForm wanted = form(contract, command, page);
        Form given = Form.of(parameters);
        Form form = Form.empty();
        for (Field field : wanted.fields()) {
            form = form.with(field.name(), given.given(field.name()).orElse(field.initial()));
        }
        return show(contract, wanted, form, Optional.empty(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/contracts/{id}/{command}")
    ModelAndView give(
            @PathVariable ContractId id,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> parameters,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes redirect) {
        Contract contract = find(id);
        CommandForm wanted = form(contract, command, page);
        Form typed = Form.of(parameters);
        FormReader reader = new FormReader(typed);
        Optional<Order> order = wanted.reader().apply(reader);
        boolean isPreview = typed.value(STEP).equals(PREVIEW);
        Optional<String> why = wanted.needsReason() && !isPreview
                ? reader.words(WHY, MAX_REASON)
                : reader.optionalWords(WHY, MAX_REASON);
        Form read = reader.form(page);
        if (order.isEmpty() || read.isWrong()) {
            return show(contract, wanted, read, Optional.empty(), List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (isPreview) {
            return preview(contract, wanted, read, order.get(), by, page);
        }
        Either<Rejection, CommandResult> outcome = commander.give(id, order.get(), why, by);
        if (outcome.isLeft()) {
            return refused(contract, wanted, read, outcome.getLeft(), page);
        }
        Flash.done(
                redirect,
                outcome.get().repeated() ? "contract.done.repeated" : "contract.done",
                page.text("contract.do." + wanted.name()));
        ModelAndView back = new ModelAndView("redirect:/contracts/" + id);
        back.setStatus(HttpStatus.SEE_OTHER);
        return back;
    }

    private ModelAndView preview(
            Contract contract, CommandForm wanted, Form read, Order order, CommandContext by, PageContext page) {
        Either<Rejection, CommandPreview> preview = commander.preview(order, by);
        if (preview.isLeft()) {
            return refused(contract, wanted, read, preview.getLeft(), page);
        }
        return show(
                contract,
                wanted,
                read,
                Optional.of(PreviewView.of(preview.get(), clock.instant(), money.settings())),
                List.of(),
                HttpStatus.OK);
    }

    private ModelAndView refused(Contract before, CommandForm wanted, Form read, Rejection why, PageContext page) {
        Contract contract = contracts.find(before.id()).orElse(before);
        if (why instanceof Rejection.StaleVersion stale) {
            Form again = read.with(VERSION, Long.toString(contract.version()));
            List<RecordedEvent> since = commander.since(contract.id(), stale.expected());
            return show(contract, wanted, again, Optional.empty(), since, HttpStatus.CONFLICT);
        }
        if (why instanceof Rejection.IdempotencyKeyReused) {
            Form again = read.with(VERSION, Long.toString(contract.version()))
                    .with(KEY, page.newKey())
                    .wrong("", Phrase.of("contract.error.keyReused").in(page));
            return show(contract, wanted, again, Optional.empty(), List.of(), HttpStatus.CONFLICT);
        }
        Form rejected = read.wrong(wanted.placeOf(why, read), page.rejection(why));
        return show(contract, wanted, rejected, Optional.empty(), List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView show(
            Contract contract,
            CommandForm command,
            Form form,
            Optional<PreviewView> preview,
            List<RecordedEvent> since,
            HttpStatus status) {
        return new ModelAndView("contract/command", status)
                .addObject(
                        "view",
                        new CommandView(
                                contract.id().toString(),
                                contract.number().value(),
                                contract.version(),
                                command.name(),
                                command.needsReason(),
                                command.fields(),
                                form,
                                preview,
                                screen.lines(contract.id(), since)));
    }

    private CommandForm form(Contract contract, String name, PageContext page) {
        CommandForm form =
                forms.find(contract, name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!page.may(form.role())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return form;
    }

    private Contract find(ContractId id) {
        return contracts.find(id).orElseThrow(() -> new RejectedException(new Rejection.ContractNotFound(id)));
    }
}
