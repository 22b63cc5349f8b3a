package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.background.BackgroundRuns;
import io.silverdata.contract.examples.console.background.HtmxRefresh;
import io.silverdata.contract.examples.console.background.RunControls;
import io.silverdata.contract.examples.console.background.Scopes;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
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

/** Audits: begun, watched, paused and stopped; what they found, repaired one by one. */
@Controller
@RequestMapping("/network/audits")
final class AuditController extends RunControls<AuditJob> {
    /** A repairing audit waits while more contracts than this are to be delivered, so that sales go first. */
    private static final long MOST_UNDELIVERED = 500;

    private final Contracts contracts;
    private final BackgroundRuns background;
    private final Scopes scopes;

    AuditController(Contracts contracts, BackgroundRuns background, AuditJobs jobs, Scopes scopes) {
        super(jobs, "/network/audits");
        this.contracts = contracts;
        this.background = background;
        this.scopes = scopes;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("olts", scopes.olts());
        model.addAttribute(
                "audits",
                jobs.latest().stream()
                        .map(job -> AuditView.of(job, Optional.empty()))
                        .toList());
        return "network/audits";
    }

    @PostMapping
    String begin(
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String olt,
            @RequestParam(defaultValue = "false") boolean repair,
            @RequestParam(defaultValue = "false") boolean extras,
            CommandContext by) {
        CommandContext run = CommandContext.by(by.actor().value(), by.trigger());
        AuditPlan plan = new AuditPlan(Optional.of(olt).filter(one -> !one.isEmpty()), repair, extras);
        AuditJob job = jobs.begin(key.toString(), () -> begin(key.toString(), plan, run));
        return "redirect:/network/audits/" + job.run().id();
    }

    @GetMapping("/{run}")
    String show(@PathVariable String run, @RequestParam Optional<AuditItem.Finding> finding, Model model) {
        addView(run, finding, model);
        return "network/audit";
    }

    /** What the page asks for again every second while the audit goes on. */
    @GetMapping("/{run}/progress")
    String progress(
            @PathVariable String run,
            @RequestParam Optional<AuditItem.Finding> finding,
            Model model,
            HttpServletResponse response) {
        AuditView view = addView(run, finding, model);
        HtmxRefresh.whenOver(view.run(), response);
        return "network/auditProgress";
    }

    /** Records that a target differs, so that it is delivered again. */
    @PostMapping("/{run}/repair")
    String repair(
            @PathVariable String run,
            @RequestParam ContractId contract,
            @RequestParam NetworkTarget target,
            @RequestParam AuditItem.Finding finding,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        AuditJob job = jobs.require(run);
        job.findings().rows().of(finding).stream()
                .filter(row -> row.contract().equals(Optional.of(contract.toString()))
                        && row.target().equals(target.name()))
                .findFirst()
                .ifPresent(row -> contracts
                        .reportDrift(contract, target, new Drift(kind(finding), row.detail()), by)
                        .peek(done -> Flash.done(flash, "network.audit.repairing"))
                        .peekLeft(refusal -> Flash.refused(flash, "network.refused", page.rejection(refusal))));
        return "redirect:/network/audits/" + run + "?finding=" + finding;
    }

    private AuditJob begin(String id, AuditPlan plan, CommandContext by) {
        AuditFindings findings = new AuditFindings(() -> audit(plan, by));
        return new AuditJob(background.begin(id, by.actor().value(), findings::advance), plan, findings);
    }

    private Audit audit(AuditPlan plan, CommandContext by) {
        Selection selection =
                plan.olt().map(OltId::new).map(Selection.live()::onOlt).orElse(Selection.live());
        Audit audit = contracts.runs().audit(selection, by);
        Audit repairing =
                plan.repair() ? audit.repairing(RunLimits.none().withMaxUndelivered(MOST_UNDELIVERED)) : audit;
        return plan.extras() ? repairing.searchingExtras() : repairing;
    }

    private AuditView addView(String run, Optional<AuditItem.Finding> finding, Model model) {
        AuditView view = AuditView.of(jobs.require(run), finding);
        model.addAttribute("audit", view);
        return view;
    }

    private static Drift.Kind kind(AuditItem.Finding finding) {
        return switch (finding) {
            case MISSING -> Drift.Kind.MISSING;
            case DIFFERENT -> Drift.Kind.DIFFERENT;
            case IN_SYNC, EXTRA, PLANT_DIFFERS, UNREADABLE, UNSETTLED ->
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "only what is missing or different is repaired");
        };
    }
}
