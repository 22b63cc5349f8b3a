package io.silverdata.contract.examples.console.contracts;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractCounts;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the search shows: a page of summaries in one query, and, asked for by itself, the facets in another. */
@Component
class ContractsPage {
    static final String PATH = "/contracts";
    static final String AFTER = "after";
    private static final int ROWS = 50;
    private static final int PARTS = 12;

    private final Contracts contracts;
    private final SearchText texts;

    ContractsPage(Contracts contracts, SearchText texts) {
        this.contracts = contracts;
        this.texts = texts;
    }

    ContractsView view(Form form, PageContext page) {
        Filter filter = Filter.of(form);
        Either<InvalidValue, Optional<SearchText.Understood>> understood = understood(filter);
        Listing<ContractSummary> listing = understood.fold(
                impossible -> new Listing<>(List.of(), Optional.empty()),
                search -> contracts.search(query(search, filter), wanted(form)));
        Form checked = understood.isRight()
                ? form
                : form.wrong(
                        Filter.TEXT,
                        page.text("contracts.impossible", understood.getLeft().allowed()));
        return new ContractsView(
                checked,
                choices(page, "contracts.anywhere", "meaning", SearchText.Meaning.values()),
                choices(page, "contracts.any", "status", Status.values()),
                choices(page, "contracts.any", "provisioning", ProvisioningState.Summary.values()),
                choices(page, "contracts.any", "hold", Filter.HOLDS.toArray()),
                chosen(filter, page),
                columns(filter, page),
                listing.items().stream().map(contract -> row(contract, page)).toList(),
                understood.getOrElse(Optional.empty()).map(search -> page.term("meaning", search.meaning())),
                form.given(AFTER).map(after -> filter.link(PATH)),
                listing.next().map(next -> filter.with(AFTER, next).link(PATH)),
                filter.link(PATH + "/facets"),
                filter.link(PATH + ".csv"));
    }

    FacetsView facets(Form form, PageContext page) {
        Filter filter = Filter.of(form);
        ContractCounts counts = understood(filter)
                .fold(
                        impossible -> new ContractCounts(0, Map.of(), Map.of(), Map.of()),
                        search -> contracts.counts(query(search, filter)));
        return new FacetsView(
                page.number(counts.total()),
                List.of(
                        facet(
                                page,
                                filter,
                                Filter.STATUS,
                                counts.byStatus(),
                                Status::name,
                                status -> page.term("status", status)),
                        facet(page, filter, Filter.PLAN, counts.byPlan(), plan -> plan.value(), plan -> plan.value()),
                        facet(page, filter, Filter.OLT, counts.byOlt(), olt -> olt.value(), olt -> olt.value())));
    }

    /** What fits a filter, for an export; or why the text can mean nothing. */
    Either<InvalidValue, ContractQuery> query(Filter filter) {
        return understood(filter).map(search -> query(search, filter));
    }

    private Either<InvalidValue, Optional<SearchText.Understood>> understood(Filter filter) {
        Optional<String> text = filter.text();
        if (text.isEmpty()) {
            return Either.right(Optional.empty());
        }
        return filter.meaning()
                .map(meaning -> texts.as(meaning, text.get(), filter.query()))
                .orElseGet(() -> texts.guess(text.get(), filter.query()))
                .map(Optional::of);
    }

    private static ContractQuery query(Optional<SearchText.Understood> search, Filter filter) {
        return search.map(SearchText.Understood::query).orElseGet(filter::query);
    }

    private static Page wanted(Form form) {
        return form.given(AFTER).map(after -> Page.after(after, ROWS)).orElse(Page.first(ROWS));
    }

    private static List<Choice> choices(PageContext page, String any, String group, Object[] constants) {
        return Stream.concat(
                        Stream.of(new Choice("", page.text(any))),
                        Arrays.stream(constants)
                                .map(constant -> new Choice(constant.toString(), page.term(group, constant))))
                .toList();
    }

    private static List<ContractsView.Chosen> chosen(Filter filter, PageContext page) {
        return Stream.of(Filter.PLAN, Filter.OLT)
                .flatMap(name -> filter.given(name).stream()
                        .map(value -> new ContractsView.Chosen(
                                name,
                                value,
                                page.text("contracts." + name) + ": " + value,
                                filter.with(name, "").link(PATH))))
                .toList();
    }

    private static List<ContractsView.Column> columns(Filter filter, PageContext page) {
        List<ContractsView.Column> columns = new ArrayList<>();
        columns.add(sorted(filter, page, "number", ContractOrder.NUMBER, "ascending"));
        for (String label : List.of("customer", "status", "plan", "address", "line", "network")) {
            columns.add(new ContractsView.Column(page.text("contracts." + label), Optional.empty(), Optional.empty()));
        }
        columns.add(sorted(filter, page, "drafted", ContractOrder.LATEST_DRAFTED, "descending"));
        columns.add(sorted(filter, page, "due", ContractOrder.EARLIEST_DUE, "ascending"));
        return columns;
    }

    private static ContractsView.Column sorted(
            Filter filter, PageContext page, String label, ContractOrder order, String direction) {
        return new ContractsView.Column(
                page.text("contracts." + label),
                Optional.of(filter.with(Filter.ORDER, order.name()).link(PATH)),
                Optional.of(direction).filter(is -> filter.order() == order));
    }

    private static ContractsView.Row row(ContractSummary contract, PageContext page) {
        return new ContractsView.Row(
                contract.number().value(),
                PATH + "/" + contract.id(),
                page.customer(contract.customer()),
                page.term("status", contract.status()),
                kind(contract.status()),
                contract.holds().stream()
                        .map(hold -> page.term("hold", hold.reason()))
                        .collect(Collectors.joining(", ")),
                contract.plan().value(),
                contract.address().text(),
                contract.line().map(ContractsPage::line).orElse(""),
                page.term("provisioning", contract.provisioning()),
                kind(contract.provisioning()),
                page.date(contract.draftedAt()),
                contract.nextDueAt().map(page::date).orElse(""));
    }

    private static String line(Line line) {
        return line.ports().splitterOutput() + " · " + line.ports().ponPort();
    }

    private static String kind(Status status) {
        return switch (status) {
            case DRAFT -> "plain";
            case ACTIVE -> "good";
            case SUSPENDED -> "warn";
            case CANCELLED -> "off";
        };
    }

    private static String kind(ProvisioningState.Summary network) {
        return switch (network) {
            case NOT_REQUIRED -> "off";
            case PENDING, UNVERIFIED -> "plain";
            case IN_SYNC -> "good";
            case FAILED -> "bad";
            case DRIFTED -> "warn";
        };
    }

    private static <T> FacetsView.Facet facet(
            PageContext page,
            Filter filter,
            String name,
            Map<T, Long> counts,
            Function<T, String> value,
            Function<T, String> label) {
        return new FacetsView.Facet(
                page.text("contracts." + name),
                counts.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<T, Long> entry) -> entry.getValue())
                                .reversed()
                                .thenComparing(entry -> value.apply(entry.getKey())))
                        .limit(PARTS)
                        .map(entry -> new FacetsView.Part(
                                label.apply(entry.getKey()),
                                page.number(entry.getValue()),
                                filter.with(name, value.apply(entry.getKey())).link(PATH)))
                        .toList());
    }
}
