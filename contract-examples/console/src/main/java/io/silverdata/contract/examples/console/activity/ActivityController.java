package io.silverdata.contract.examples.console.activity;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.EventPhrases;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** All events by kind and day. */
@Controller
@RequestMapping("/activity")
final class ActivityController implements Screen {
    private static final int ROWS = 50;

    private final Contracts contracts;

    ActivityController(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public String path() {
        return "/activity";
    }

    @Override
    public String key() {
        return "activity";
    }

    @Override
    public int order() {
        return 100;
    }

    @GetMapping
    String show(
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Form form = Form.of(typed);
        ActivityFilter filter = ActivityFilter.of(form, page);
        model.addAttribute("kinds", kinds(page));
        if (filter.query().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("form", filter.form());
            model.addAttribute("view", new ActivityView(List.of(), Optional.empty()));
        } else {
            model.addAttribute("form", form);
            model.addAttribute("view", view(filter.query().get(), form));
        }
        return page.isPart() ? "activity/events" : "activity/activity";
    }

    private ActivityView view(EventQuery query, Form form) {
        Listing<RecordedEvent> events = contracts.events(query, new Page(ROWS, form.given("after")));
        Map<ContractId, String> numbers =
                contracts
                        .summaries(events.items().stream()
                                .map(RecordedEvent::contract)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(
                                ContractSummary::id,
                                contract -> contract.number().toString()));
        return new ActivityView(
                events.items().stream().map(event -> row(event, numbers)).toList(),
                events.next().map(after -> link(form, after)));
    }

    private static ActivityView.Row row(RecordedEvent event, Map<ContractId, String> numbers) {
        return new ActivityView.Row(
                event.recordedAt(),
                Optional.of(event.effectiveAt()).filter(at -> at.isBefore(event.recordedAt())),
                EventPhrases.title(event.event()),
                EventPhrases.detail(event.event()),
                event.contract().toString(),
                numbers.getOrDefault(event.contract(), event.contract().toString()),
                event.actor().value(),
                event.trigger().name());
    }

    private static String link(Form form, String after) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/activity");
        for (String field : List.of("kind", "from", "to")) {
            form.given(field).ifPresent(value -> link.queryParam(field, "{" + field + "}"));
        }
        link.queryParam("after", after);
        return link.encode().buildAndExpand(form.values()).toUriString();
    }

    private static List<Choice> kinds(PageContext page) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", page.text("activity.kind.all")));
        for (EventGroup group : EventGroup.values()) {
            choices.add(new Choice(group.name(), page.text("activity.group." + group)));
        }
        EventGroup.all().stream()
                .map(kind -> new Choice(
                        kind.getSimpleName(), EventPhrases.title(kind).in(page)))
                .sorted(Comparator.comparing(Choice::label))
                .forEach(choices::add);
        return choices;
    }
}
