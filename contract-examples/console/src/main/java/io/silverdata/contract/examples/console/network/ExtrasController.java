package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.spi.DeviceOutcome;
import io.vavr.control.Either;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an audit found that no contract asks for, and its removal by a person. */
@Controller
@RequestMapping("/network/extras/{run}")
final class ExtrasController {
    private final Contracts contracts;
    private final AuditJobs jobs;

    ExtrasController(Contracts contracts, AuditJobs jobs) {
        this.contracts = contracts;
        this.jobs = jobs;
    }

    @GetMapping
    String show(@PathVariable String run, Model model) {
        AuditJob job = jobs.require(run);
        model.addAttribute("run", run);
        model.addAttribute("extras", List.copyOf(job.findings().extras().keySet()));
        return "network/extras";
    }

    /** Removes those that were picked; the page says of each what the device answered. */
    @PostMapping
    String remove(
            @PathVariable String run,
            @RequestParam(defaultValue = "") List<String> extra,
            @RequestParam(defaultValue = "false") boolean looked,
            CommandContext by,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (extra.isEmpty() || !looked) {
            model.addAttribute("error", extra.isEmpty() ? "network.extras.none" : "network.extras.look");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(run, model);
        }
        AuditFindings findings = jobs.require(run).findings();
        Map<String, Extra> known = findings.extras();
        List<String> picked =
                extra.stream().filter(known::containsKey).distinct().toList();
        List<Either<Rejection, DeviceOutcome>> outcomes =
                contracts.runs().removeExtras(picked.stream().map(known::get).toList(), by);
        List<Removal> removals = new ArrayList<>();
        for (int i = 0; i < picked.size(); i++) {
            Removal removal = removal(picked.get(i), outcomes.get(i));
            if (removal.result().equals("REMOVED")) {
                findings.forget(picked.get(i));
            }
            removals.add(removal);
        }
        flash.addFlashAttribute("removals", removals);
        return "redirect:/network/extras/" + run;
    }

    private static Removal removal(String extra, Either<Rejection, DeviceOutcome> outcome) {
        return outcome.fold(
                refusal -> new Removal(extra, "HELD", refusal.message()),
                answer -> answer instanceof DeviceOutcome.Applied
                        ? new Removal(extra, "REMOVED", "")
                        : new Removal(extra, "FAILED", answer.toString()));
    }
}
