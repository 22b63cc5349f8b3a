package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.background.BackgroundRuns;
import io.silverdata.contract.examples.console.background.HtmxRefresh;
import io.silverdata.contract.examples.console.background.LatestRuns;
import io.silverdata.contract.examples.console.background.RunControls;
import io.silverdata.contract.examples.console.background.Scopes;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.Selection;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Bulk commands: described, looked at, run, paused and stopped. */
@Controller
@RequestMapping("/bulk")
final class BulkController extends RunControls<BulkJob> implements Screen {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private static final List<String> FIELDS = List.of(
            "name",
            "status",
            "olt",
            "plan",
            "held",
            "provisioning",
            "address",
            "command",
            "reason",
            "enforcement",
            "newPlan",
            "timing",
            "attributeKey",
            "attributeText",
            "end",
            "maxContracts",
            "maxPercent",
            "perSecond");

    private final Contracts contracts;
    private final BulkPreviews previews;
    private final BackgroundRuns background;
    private final Scopes scopes;
    private final Clock clock;

    BulkController(Contracts contracts, BulkPreviews previews, BackgroundRuns background, Scopes scopes, Clock clock) {
        super(new LatestRuns<>(BulkJob::run), "/bulk");
        this.contracts = contracts;
        this.previews = previews;
        this.background = background;
        this.scopes = scopes;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/bulk";
    }

    @Override
    public String key() {
        return "bulk";
    }

    @Override
    public int order() {
        return 80;
    }

    @GetMapping
    String show(
            @RequestParam MultiValueMap<String, String> typed, @ModelAttribute("page") PageContext page, Model model) {
        Form form = Form.of(typed);
        Form named = form.given("name").isPresent()
                ? form
                : form.with(
                        "name",
                        "bulk-"
                                + LocalDateTime.ofInstant(clock.instant(), page.zone())
                                        .format(NAME));
        return page(named.given("status").isPresent() ? named : named.with("status", "LIVE"), page, model);
    }

    /** What the command would be done to. A form that only looks, so it is a GET. */
    @GetMapping("/preview")
    String preview(
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute("page") PageContext page,
            CommandContext by,
            Model model,
            HttpServletResponse response) {
        BulkPlan.Read read = BulkPlan.read(Form.of(typed), page, contracts);
        return read.plan().isEmpty()
                ? wrong(read.form(), page, model, response)
                : preview(read.plan().get(), read.form(), by, model);
    }

    @PostMapping
    String begin(
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute("page") PageContext page,
            CommandContext by,
            Model model,
            HttpServletResponse response) {
        BulkPlan.Read read = BulkPlan.read(Form.of(typed), page, contracts);
        if (read.plan().isEmpty()) {
            return wrong(read.form(), page, model, response);
        }
        BulkPlan plan = read.plan().get();
        Optional<BulkJob> known = jobs.find(key.toString());
        if (known.isEmpty() && plan.kind().hurts() && !isCounted(plan)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return preview(plan, read.form().wrong("count", page.text("bulk.count.wrong")), by, model);
        }
        BulkJob job = jobs.begin(key.toString(), () -> begin(key.toString(), plan, by));
        return "redirect:/bulk/" + job.run().id();
    }

    @GetMapping("/{run}")
    String show(@PathVariable String run, @RequestParam Optional<BulkItem.Outcome> outcome, Model model) {
        model.addAttribute("view", BulkView.of(jobs.require(run), outcome));
        return "bulk/run";
    }

    /** What the page asks for again every second while the run goes on. */
    @GetMapping("/{run}/progress")
    String progress(
            @PathVariable String run,
            @RequestParam Optional<BulkItem.Outcome> outcome,
            Model model,
            HttpServletResponse response) {
        BulkView view = BulkView.of(jobs.require(run), outcome);
        model.addAttribute("view", view);
        HtmxRefresh.whenOver(view.run(), response);
        return "bulk/progress";
    }

    /** Whether the person typed how many contracts it is about: more may fit now than when they looked. */
    private boolean isCounted(BulkPlan plan) {
        return plan.form().value("count").equals(Long.toString(contracts.count(plan.query())));
    }

    private BulkJob begin(String id, BulkPlan plan, CommandContext by) {
        CommandContext run = CommandContext.by(by.actor().value(), by.trigger()).correlatedBy(plan.name());
        Bulk bulk = contracts
                .runs()
                .bulk(plan.name(), Selection.of(plan.query()), plan.action(), run)
                .within(plan.limits());
        BulkFindings findings = new BulkFindings(bulk);
        return new BulkJob(background.begin(id, by.actor().value(), findings::advance), plan, findings);
    }

    private String preview(BulkPlan plan, Form form, CommandContext by, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("command", plan.kind().name());
        model.addAttribute("fields", FIELDS);
        model.addAttribute("back", back(form));
        model.addAttribute("look", previews.of(plan, by));
        return "bulk/preview";
    }

    /** The form again, as it was filled in. */
    private static String back(Form form) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/bulk");
        FIELDS.forEach(field -> form.given(field).ifPresent(value -> link.queryParam(field, "{" + field + "}")));
        return link.encode().buildAndExpand(form.values()).toUriString();
    }

    private String wrong(Form form, PageContext page, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, page, model);
    }

    private String page(Form form, PageContext page, Model model) {
        model.addAttribute("choices", BulkChoices.of(page, scopes));
        model.addAttribute("form", form);
        model.addAttribute(
                "runs",
                jobs.latest().stream()
                        .map(job -> BulkView.of(job, Optional.empty()))
                        .toList());
        return "bulk/bulk";
    }
}
