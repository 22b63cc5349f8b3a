package io.silverdata.contract.examples.console.plant;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.vavr.control.Either;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves a contract from an output that is blocked or faulty to the best one at the same address, after a look at which that is. */
@Controller
@RequestMapping("/plant/splitters/{splitter}/outputs/{output}/move")
final class MoveController {
    private final Contracts contracts;

    MoveController(Contracts contracts) {
        this.contracts = contracts;
    }

    @GetMapping
    String preview(
            @PathVariable SplitterId splitter,
            @PathVariable int output,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            Model model) {
        Contract contract = holder(splitter, output);
        Either<Rejection, CommandPreview> preview =
                contracts.preview(undone -> undone.relocate(contract.id(), contract.address(), by));
        model.addAttribute(
                "move",
                view(
                        splitter,
                        output,
                        contract,
                        preview.map(CommandPreview::contract).toJavaOptional(),
                        preview.fold(refusal -> Optional.of(page.rejection(refusal)), fine -> Optional.empty())));
        return "plant/move";
    }

    @PostMapping
    String move(
            @PathVariable SplitterId splitter,
            @PathVariable int output,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Contract contract = holder(splitter, output);
        Either<Rejection, CommandResult> moved = contracts.relocate(contract.id(), contract.address(), by);
        if (moved.isLeft()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "move",
                    view(splitter, output, contract, Optional.empty(), Optional.of(page.rejection(moved.getLeft()))));
            return "plant/move";
        }
        Flash.done(flash, "plant.moved", contract.number(), where(moved.get().contract()));
        return "redirect:/plant/splitters/" + splitter;
    }

    private Contract holder(SplitterId splitter, int output) {
        return contracts.plant().outputs(splitter).stream()
                .filter(one -> one.output().id().output() == output)
                .flatMap(one -> one.output().holder().stream())
                .flatMap(id -> contracts.find(id).stream())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static MoveView view(
            SplitterId splitter, int output, Contract contract, Optional<Contract> moved, Optional<String> refusal) {
        return new MoveView(
                splitter.value(),
                output,
                contract.id().toString(),
                contract.number().toString(),
                contract.customer(),
                contract.version(),
                where(contract),
                moved.map(MoveController::where),
                refusal);
    }

    private static String where(Contract contract) {
        return contract.line()
                .map(Line::ports)
                .map(ports -> ports.splitterOutput() + " · " + ports.ponPort())
                .orElse("–");
    }
}
