package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.background.BackgroundRuns;
import io.silverdata.contract.examples.console.background.HtmxRefresh;
import io.silverdata.contract.examples.console.background.LatestRuns;
import io.silverdata.contract.examples.console.background.RunControls;
import io.silverdata.contract.examples.console.bulk.BulkFindings;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.Selection;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Writes off what contracts left on an OLT that never comes back, after a look at what that is. */
@Controller
final class WriteOffController {
    private static final int SHOWN = 50;
    private static final int MAX_REASON = 256;
    private static final String NAME = "name";
    private static final String PATH = "/plant/olts/{olt}/write-off";

    private final Contracts contracts;
    private final BackgroundRuns background;
    private final Runs runs;

    WriteOffController(Contracts contracts, BackgroundRuns background, Runs runs) {
        this.contracts = contracts;
        this.background = background;
        this.runs = runs;
    }

    /** Write-offs that are under way. */
    @Controller
    @RequestMapping("/plant/write-offs")
    static final class Runs extends RunControls<WriteOffJob> {
        Runs() {
            super(new LatestRuns<>(WriteOffJob::run), "/plant/write-offs");
        }

        LatestRuns<WriteOffJob> latest() {
            return jobs;
        }

        @GetMapping("/{run}")
        String show(@PathVariable String run, Model model) {
            model.addAttribute("view", WriteOffView.Progress.of(jobs.require(run)));
            return "moves/writeOffRun";
        }

        /** What the page asks for again every second while the run goes on. */
        @GetMapping("/{run}/progress")
        String progress(@PathVariable String run, Model model, HttpServletResponse response) {
            WriteOffView.Progress view = WriteOffView.Progress.of(jobs.require(run));
            model.addAttribute("view", view);
            HtmxRefresh.whenOver(view.run(), response);
            return "moves/writeOffProgress";
        }
    }

    @GetMapping(PATH)
    String look(@PathVariable OltId olt, CommandContext by, Model model) {
        return look(olt, Form.empty(), by, model);
    }

    /** Asks for the name of the OLT, since nobody can undo it. */
    @PostMapping(PATH)
    String writeOff(
            @PathVariable OltId olt,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> parameters,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        FormReader typed = new FormReader(Form.of(parameters));
        Optional<String> reason = typed.words("reason", MAX_REASON);
        if (!typed.text(NAME).equals(olt.value())) {
            typed.reject(NAME, Phrase.of("moves.writeOff.name.wrong", olt));
        }
        if (known(olt).olt().state() == ServiceState.UP) {
            typed.reject("", Phrase.of("moves.writeOff.up"));
        }
        Form form = typed.form(page);
        if (form.isWrong() || reason.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return look(olt, form, by, model);
        }
        WriteOffJob job = runs.latest().begin(key.toString(), () -> begin(key.toString(), olt, reason.get(), by));
        return "redirect:/plant/write-offs/" + job.run().id();
    }

    private String look(OltId olt, Form form, CommandContext by, Model model) {
        OltSummary summary = known(olt);
        long live = contracts.count(ContractQuery.builder()
                .status(Status.ACTIVE, Status.SUSPENDED)
                .olt(olt)
                .build());
        model.addAttribute("form", form);
        model.addAttribute(
                "view",
                WriteOffView.of(
                        olt,
                        summary.olt().state() == ServiceState.UP,
                        live,
                        bulk("look", olt, "", by).preview(SHOWN)));
        return "moves/writeOff";
    }

    private WriteOffJob begin(String id, OltId olt, String reason, CommandContext by) {
        BulkFindings findings = new BulkFindings(bulk("write-off-" + id, olt, reason, by));
        return new WriteOffJob(background.begin(id, by.actor().value(), findings::advance), olt, reason, findings);
    }

    private Bulk bulk(String name, OltId olt, String reason, CommandContext by) {
        Selection owing = Selection.of(ContractQuery.builder()
                        .provisioning(
                                ProvisioningState.Summary.PENDING,
                                ProvisioningState.Summary.FAILED,
                                ProvisioningState.Summary.DRIFTED)
                        .orderBy(ContractOrder.IDENTITY)
                        .build())
                .where(contract -> WriteOffView.lines(contract, olt).findAny().isPresent());
        return contracts
                .runs()
                .bulk(
                        name,
                        owing,
                        (contract, once) -> contracts.writeOff(contract, olt, reason, once),
                        CommandContext.by(by.actor().value(), by.trigger()));
    }

    private OltSummary known(OltId olt) {
        return contracts.plant().olts(Page.first(Page.MAX_SIZE)).items().stream()
                .filter(summary -> summary.olt().id().equals(olt))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
