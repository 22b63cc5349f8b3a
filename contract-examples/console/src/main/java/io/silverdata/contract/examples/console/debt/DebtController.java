package io.silverdata.contract.examples.console.debt;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.examples.console.background.BackgroundRuns;
import io.silverdata.contract.examples.console.background.HtmxRefresh;
import io.silverdata.contract.examples.console.background.LatestRuns;
import io.silverdata.contract.examples.console.background.RunControls;
import io.silverdata.contract.examples.console.background.Scopes;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
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

/** The collection of debt: dry runs, runs, their progress, pause and stop. */
@Controller
@RequestMapping("/debt")
final class DebtController extends RunControls<DebtJob> implements Screen {
    private final Contracts contracts;
    private final BackgroundRuns background;
    private final Scopes scopes;
    private final Optional<DunningPolicy> policy;

    DebtController(
            Contracts contracts, BackgroundRuns background, Scopes scopes, ObjectProvider<DunningPolicy> policy) {
        super(new LatestRuns<>(DebtJob::run), "/debt");
        this.contracts = contracts;
        this.background = background;
        this.scopes = scopes;
        this.policy = Optional.ofNullable(policy.getIfUnique());
    }

    @Override
    public String path() {
        return "/debt";
    }

    @Override
    public String key() {
        return "debt";
    }

    @Override
    public int order() {
        return 70;
    }

    @GetMapping
    String show(Model model) {
        return page(DebtPlan.first(), model);
    }

    @PostMapping
    String begin(
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute("page") PageContext page,
            CommandContext by,
            Model model,
            HttpServletResponse response) {
        DebtPlan.Read read = DebtPlan.read(Form.of(typed), page);
        if (read.plan().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(read.form(), model);
        }
        DebtJob job = jobs.begin(
                key.toString(),
                () -> begin(key.toString(), read.plan().get(), by.actor().value()));
        return "redirect:/debt/" + job.run().id();
    }

    @GetMapping("/{run}")
    String show(@PathVariable String run, @RequestParam Optional<DebtResult> result, Model model) {
        model.addAttribute("view", DebtView.of(jobs.require(run), result));
        return "debt/run";
    }

    /** What the page asks for again every second while the run goes on. */
    @GetMapping("/{run}/progress")
    String progress(
            @PathVariable String run,
            @RequestParam Optional<DebtResult> result,
            Model model,
            HttpServletResponse response) {
        DebtView view = DebtView.of(jobs.require(run), result);
        model.addAttribute("view", view);
        HtmxRefresh.whenOver(view.run(), response);
        return "debt/progress";
    }

    private DebtJob begin(String id, DebtPlan plan, String by) {
        DebtFindings findings =
                new DebtFindings(() -> contracts.runs().dunning(plan.selection(), plan.dryRun(), plan.limits()));
        return new DebtJob(background.begin(id, by, findings::advance), plan, findings);
    }

    private String page(Form form, Model model) {
        List<DebtView> runs = jobs.latest().stream()
                .map(job -> DebtView.of(job, Optional.empty()))
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("policy", policy.map(PolicyView::of));
        model.addAttribute("runs", runs);
        model.addAttribute("olts", scopes.olts());
        model.addAttribute("plans", scopes.plans());
        model.addAttribute(
                "held",
                contracts.count(ContractQuery.builder()
                        .heldFor(SuspensionReason.NON_PAYMENT)
                        .build()));
        return "debt/debt";
    }
}
