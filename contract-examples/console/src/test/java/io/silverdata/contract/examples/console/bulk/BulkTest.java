package io.silverdata.contract.examples.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.background.Ends;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BulkTest {
    private static final ContractQuery LIVE =
            ContractQuery.builder().status(Status.ACTIVE, Status.SUSPENDED).build();

    private static Console console;
    private static Contracts contracts;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void a_run_of_another_process_or_before_a_restart_is_said_not_to_be_known() {
        Visitor guest = Visitor.of(console, Role.LOOK);

        for (String screen : List.of("/bulk", "/debt", "/network/audits")) {
            assertThat(guest.get(screen).body()).as(screen).contains("Runs that this process began since");
            Visitor.Answer unknown = guest.get(screen + "/" + UUID.randomUUID());
            assertThat(unknown.status()).as(screen).isEqualTo(404);
            assertThat(unknown.body()).as(screen).contains("<h1>This process knows no such run</h1>");
        }
    }

    @Test
    void an_attribute_is_set_on_every_contract_under_the_name_of_who_ran_it() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        Map<String, String> fields = attribute("round-1", "north");

        assertThat(preview(administrator, fields).body())
                .contains(contracts.count(LIVE) + " contracts", "Accepted")
                .doesNotContain("name=\"count\"");
        assertThat(marked("north")).isZero();
        String page = Ends.of(administrator, begin(administrator, fields));

        assertThat(page).contains("Finished", "Attributes changed");
        assertThat(marked("north")).isEqualTo(contracts.count(LIVE));
        RecordedEvent latest = contracts
                .history(contracts.search(LIVE, Page.first(1)).items().get(0).id(), Page.first(1))
                .items()
                .get(0);
        assertThat(latest.actor().value()).isEqualTo("admin");
        assertThat(latest.correlationId()).contains("round-1");
    }

    @Test
    void the_same_name_again_does_nothing_twice() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        Ends.of(administrator, begin(administrator, attribute("round-2", "south")));

        String again =
                Ends.of(administrator, begin(administrator, attribute("round-2", "south")) + "?outcome=REPEATED");

        assertThat(again).contains("Done before <b>" + contracts.count(LIVE) + "</b>");
    }

    @Test
    void what_takes_service_away_needs_the_number_of_contracts_typed() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        Map<String, String> fields = new HashMap<>(Map.of(
                "name",
                "pause-1",
                "status",
                "ACTIVE",
                "command",
                "SUSPEND",
                "reason",
                "TECHNICAL",
                "maxContracts",
                "1000"));

        assertThat(preview(administrator, fields).body()).contains("name=\"count\"");
        fields.put("key", UUID.randomUUID().toString());
        fields.put("count", "1");
        Visitor.Answer answer = administrator.post("/bulk", "/bulk", fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"count-error\"");
        assertThat(contracts.count(ContractQuery.builder()
                        .heldFor(SuspensionReason.TECHNICAL)
                        .build()))
                .isZero();
    }

    @Test
    void more_contracts_than_the_limits_allow_are_told_before_and_refused_by_the_library() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        Map<String, String> fields = attribute("round-3", "west");
        fields.put("maxContracts", "2");

        assertThat(preview(administrator, fields).body())
                .contains("the limits allow 2")
                .doesNotContain("type=\"hidden\" name=\"name\"");
        String page = Ends.of(administrator, begin(administrator, fields));

        assertThat(page).contains("Ended at a limit");
        assertThat(marked("west")).isZero();
    }

    @Test
    void what_is_missing_or_wrong_is_told_beside_its_field() {
        Visitor.Answer answer = preview(
                Visitor.of(console, Role.ADMIN),
                Map.of(
                        "name",
                        "two words",
                        "command",
                        "CHANGE_PLAN",
                        "address",
                        "ab",
                        "perSecond",
                        "-1",
                        "olt",
                        "<i>"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "id=\"name-error\"",
                        "id=\"newPlan-error\"",
                        "id=\"address-error\"",
                        "id=\"perSecond-error\"",
                        "id=\"olt-error\"",
                        "value=\"two words\"")
                .doesNotContain("value=\"<i>\"");
    }

    @Test
    void a_form_that_is_sent_twice_begins_one_run() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        Map<String, String> fields = attribute("round-4", "east");
        fields.put("key", UUID.randomUUID().toString());

        String first = administrator.post("/bulk", "/bulk", fields).location();
        String second = administrator.post("/bulk", "/bulk", fields).location();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_run_that_is_stopped_is_begun_again_under_its_name_and_does_the_rest() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        Map<String, String> slow = attribute("round-5", "centre");
        slow.put("perSecond", "1");
        String path = begin(administrator, slow);

        administrator.post(path, path + "/pause", Map.of());
        assertThat(Ends.of(administrator, path)).contains("Paused", "Go on");
        administrator.post(path, path + "/stop", Map.of());
        assertThat(administrator.get(path).body()).contains("Stopped").doesNotContain("Go on");
        long done = marked("centre");
        assertThat(done).isLessThan(contracts.count(LIVE));

        Ends.of(administrator, begin(administrator, attribute("round-5", "centre")));
        assertThat(marked("centre")).isEqualTo(contracts.count(LIVE));
    }

    private static Map<String, String> attribute(String name, String text) {
        return new HashMap<>(Map.of(
                "name", name,
                "status", "LIVE",
                "command", "SET_ATTRIBUTE",
                "attributeKey", "area",
                "attributeText", text));
    }

    private static long marked(String text) {
        return contracts.count(ContractQuery.builder()
                .attribute(AttributeKey.parse("area").get(), text)
                .build());
    }

    private static Visitor.Answer preview(Visitor visitor, Map<String, String> fields) {
        return visitor.get("/bulk/preview?"
                + fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static String begin(Visitor administrator, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("key", UUID.randomUUID().toString());
        String location = administrator.post("/bulk", "/bulk", all).location();
        return location.substring(location.indexOf("/bulk/"));
    }
}
