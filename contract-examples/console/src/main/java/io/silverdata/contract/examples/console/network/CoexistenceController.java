package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.coexistence.ContractCoexistence;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.background.Scopes;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.model.WriteSwitch;
import io.vavr.control.Either;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Running beside another system: what is written to, what would be told, and the switches, each looked at before it is made. */
@Controller
@RequestMapping("/network/coexistence")
final class CoexistenceController {
    private static final int CHANGES = 20;
    private static final int HELD = 100;
    private static final String NUMBER = "number:";

    private final Contracts contracts;
    private final Scopes scopes;

    CoexistenceController(Contracts contracts, Scopes scopes) {
        this.contracts = contracts;
        this.scopes = scopes;
    }

    @GetMapping
    String show(Model model) {
        ContractCoexistence coexistence = contracts.coexistence();
        Coexistence current = coexistence.current();
        model.addAttribute("olts", scopes.olts());
        model.addAttribute(
                "view",
                CoexistenceView.of(
                        current,
                        coexistence.changes(Math.max(0, current.revision() - CHANGES), CHANGES),
                        coexistence.held(Optional.empty(), HELD).orders()));
        return "network/coexistence";
    }

    /** What a switch would come to. Nothing is switched by looking. */
    @GetMapping("/preview")
    String preview(
            @RequestParam WriteMode mode,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        String named = number.isBlank() ? scope : NUMBER + number.strip();
        wanted(mode, named, reason, 0)
                .peek(wanted -> model.addAttribute(
                        "planned",
                        new CoexistenceView.Planned(
                                mode, named, reason, contracts.coexistence().preview(wanted))))
                .peekLeft(wrong -> {
                    model.addAttribute("error", page.rejection(wrong));
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                });
        return show(model);
    }

    /** Switches. What may be taken away is what was looked at, and no more. */
    @PostMapping
    String switchTo(
            @RequestParam WriteMode mode,
            @RequestParam String scope,
            @RequestParam String reason,
            @RequestParam long restricted,
            @RequestParam(defaultValue = "false") boolean looked,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        if (restricted > 0 && !looked) {
            Flash.refused(flash, "network.coexistence.look");
            return "redirect:/network/coexistence";
        }
        CommandContext person = CommandContext.by(by.actor().value(), by.trigger());
        wanted(mode, scope, reason, restricted)
                .flatMap(wanted -> contracts.coexistence().switchTo(wanted, person))
                .peek(done -> Flash.done(flash, "network.coexistence.done"))
                .peekLeft(refusal -> Flash.refused(flash, "network.refused", page.rejection(refusal)));
        return "redirect:/network/coexistence";
    }

    private Either<Rejection, WriteSwitch> wanted(WriteMode mode, String scope, String reason, long restricted) {
        return scope(scope).flatMap(found -> {
            try {
                return Either.right(new WriteSwitch(mode, Set.of(found), reason.strip(), restricted));
            } catch (IllegalArgumentException wrong) {
                return Either.left(new Rejection.InvalidValue(
                        "switch", mode + " " + scope, "a reason of 1 to 1000 characters, and a mode that fits"));
            }
        });
    }

    /** A contract is named by its number, everything else as {@link WriteScope} writes it. */
    private Either<Rejection, WriteScope> scope(String text) {
        if (!text.startsWith(NUMBER)) {
            return WriteScope.parse(text).mapLeft(wrong -> wrong);
        }
        Either<Rejection, ContractNumber> number =
                ContractNumber.parse(text.substring(NUMBER.length())).mapLeft(wrong -> wrong);
        return number.flatMap(known -> contracts
                .find(known)
                .map(Contract::id)
                .<Either<Rejection, WriteScope>>map(id -> Either.right(new WriteScope.OfContract(id)))
                .orElseGet(() -> Either.left(new Rejection.InvalidValue(
                        "number", known.toString(), "the number of a contract that there is"))));
    }
}
