package io.silverdata.contract.examples.console.debt;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.examples.console.background.Ends;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DebtTest {
    private static Console console;
    private static Contracts contracts;
    private static ContractSummary debtor;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        debtor = contracts
                .search(ContractQuery.builder().status(Status.ACTIVE).build(), Page.first(1))
                .items()
                .get(0);
        Instant now = Instant.now();
        LocalDate due = LocalDate.ofInstant(now, ZoneId.of("America/Guayaquil")).minusDays(40);
        console.bean(InMemoryDebts.class).put(debtor.id(), DunningFacts.overdue(Money.of("24.90", "USD"), due, now));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void a_dry_run_explains_each_decision_and_writes_nothing_and_the_run_after_it_takes_the_step() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        long version = version(debtor.id());

        String dry = begin(administrator, Map.of("dryRun", "true"));
        String page = Ends.of(administrator, dry + "?result=NOTIFY");
        assertThat(page)
                .contains(
                        "Finished",
                        debtor.number().value(),
                        "Notice on day 1: 24.90 USD overdue since",
                        "Run for real");
        assertThat(version(debtor.id())).isEqualTo(version);

        String real = begin(administrator, Map.of("sure", "true"));
        Ends.of(administrator, real);
        assertThat(contracts.history(debtor.id(), Page.first(1)).items().get(0).event())
                .isInstanceOf(ContractEvent.DunningStepTaken.class);
    }

    @Test
    void a_real_run_has_to_be_confirmed_and_what_was_typed_stays() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);

        Visitor.Answer answer = administrator.post(
                "/debt", "/debt", Map.of("key", UUID.randomUUID().toString(), "maxPercent", "0", "olt", "no olt"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"sure-error\"", "id=\"maxPercent-error\"", "id=\"olt-error\"", "value=\"no olt\"");
    }

    @Test
    void an_operator_looks_and_runs_nothing() {
        Visitor operator = Visitor.of(console, Role.OPERATE);

        assertThat(operator.get("/debt").body()).contains("Policy").doesNotContain("name=\"dryRun\"");
        assertThat(operator.post("/debt", "/debt", Map.of("dryRun", "true")).status())
                .isEqualTo(403);
    }

    @Test
    void progress_of_a_run_that_is_over_has_the_page_loaded_again() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        String dry = begin(administrator, Map.of("dryRun", "true"));
        Ends.of(administrator, dry);

        Visitor.Answer part = administrator.get(dry + "/progress");

        assertThat(part.body().strip()).startsWith("<section id=\"progress\"").doesNotContain("every 1s");
    }

    private static long version(ContractId contract) {
        return contracts.find(contract).orElseThrow().version();
    }

    private static String begin(Visitor administrator, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("key", UUID.randomUUID().toString());
        String location = administrator.post("/debt", "/debt", all).location();
        return location.substring(location.indexOf("/debt/"));
    }
}
