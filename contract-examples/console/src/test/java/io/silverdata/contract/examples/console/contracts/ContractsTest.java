package io.silverdata.contract.examples.console.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.CustomerNames;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private static final Pattern ROW = Pattern.compile("<th scope=\"row\"><a href=\"/contracts/[^\"]+\">([^<]+)</a>");
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\">");

    private static Console console;
    private static Contracts contracts;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        visitor = Visitor.of(console, Role.LOOK);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void a_text_finds_by_number_login_serial_customer_and_address() {
        ContractSummary one = contracts
                .search(ContractQuery.builder().status(Status.ACTIVE).build(), Page.first(1))
                .items()
                .get(0);
        String name = console.bean(CustomerNames.class).name(one.customer());

        for (String text : List.of(
                one.number().value(),
                one.number().value().toLowerCase(Locale.ROOT),
                one.radiusUser().orElseThrow().value(),
                one.line().orElseThrow().onu().value(),
                one.customer().value(),
                name,
                one.address().text())) {
            assertThat(numbers("/contracts?q=" + encoded(text)))
                    .as(text)
                    .contains(one.number().value());
        }
    }

    @Test
    void a_text_may_be_meant_as_one_thing_only() {
        assertThat(numbers("/contracts?in=ADDRESS&q=C-000001")).isEmpty();
        assertThat(numbers("/contracts?in=NUMBER&q=C-000001")).containsExactly("C-000001");
    }

    @Test
    void a_text_that_can_mean_nothing_is_told_beside_its_field() {
        Visitor.Answer wrong = visitor.get("/contracts?in=ADDRESS&q=ab");

        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.body()).contains("aria-invalid=\"true\"", "Allowed: 3 to 256 characters");
        assertThat(visitor.get("/contracts.csv?in=ADDRESS&q=ab").status()).isEqualTo(400);
    }

    @Test
    void filters_and_facets_agree_with_the_library() {
        long suspended =
                contracts.count(ContractQuery.builder().status(Status.SUSPENDED).build());
        long home400 = contracts.count(
                ContractQuery.builder().plan(new PlanId("HOME-400")).build());

        assertThat(numbers("/contracts?status=SUSPENDED")).hasSize((int) suspended);
        assertThat(visitor.get("/contracts/facets").body())
                .contains("<a href=\"/contracts?plan=HOME-400\">HOME-400</a> <span class=\"number\">" + home400);
        assertThat(visitor.get("/contracts?plan=HOME-400").body()).contains("Plan: HOME-400");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<String> first = numbers("/contracts?order=NUMBER");
        String next = visitor.get("/contracts?order=NUMBER")
                .body()
                .lines()
                .flatMap(line -> NEXT.matcher(line).results())
                .map(found -> found.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();

        List<String> second = numbers(next);

        assertThat(first).hasSize(50).isSorted();
        assertThat(second).isSorted().doesNotContainAnyElementsOf(first).isNotEmpty();
        assertThat(first.get(49)).isLessThan(second.get(0));
    }

    @Test
    void the_latest_drafted_come_first_where_that_is_wanted() {
        assertThat(numbers("/contracts?order=LATEST_DRAFTED"))
                .isEqualTo(contracts
                        .search(
                                ContractQuery.builder()
                                        .orderBy(ContractOrder.LATEST_DRAFTED)
                                        .build(),
                                Page.first(50))
                        .items()
                        .stream()
                        .map(contract -> contract.number().value())
                        .toList());
        assertThat(visitor.get("/contracts?order=LATEST_DRAFTED").body()).contains("aria-sort=\"descending\"");
    }

    @Test
    void all_that_fits_is_exported() {
        long all = contracts.count(ContractQuery.all());

        List<String> lines = visitor.get("/contracts.csv").body().lines().toList();

        assertThat(lines.get(0)).startsWith("number,id,status,customer,name,plan,address");
        assertThat(lines).hasSize((int) all + 1);
    }

    @Test
    void stored_text_with_markup_is_shown_as_text() {
        contracts
                .draft(
                        NewContract.of(
                                        contracts
                                                .search(ContractQuery.all(), Page.first(1))
                                                .items()
                                                .get(0)
                                                .customer(),
                                        new PlanId("HOME-100"),
                                        new ServiceAddress(
                                                "<script>alert(1)</script> \"Quoted\"", new GeoPosition(-2.9, -79)))
                                .numbered(new ContractNumber("X-1")),
                        CommandContext.by("ana", Trigger.ADMIN))
                .get();

        String page = visitor.get("/contracts?q=" + encoded("<script>alert(1)</script> \"Quoted\""))
                .body();

        assertThat(page)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; \"Quoted\"",
                        "value=\"&lt;script>alert(1)&lt;/script> &#34;Quoted&#34;\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void values_from_the_address_bar_that_are_none_are_as_if_they_were_not_there() {
        assertThat(numbers("/contracts?status=NONE&network='&hold=%00&plan=!&olt=%20"))
                .isEqualTo(numbers("/contracts"));
    }

    private static List<String> numbers(String path) {
        return ROW.matcher(visitor.get(path).body())
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
