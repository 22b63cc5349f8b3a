package io.silverdata.contract.examples.console.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Switches of what is written to, in a console whose worker is switched off. */
class CoexistenceTest {
    private static final String PAGE = "/network/coexistence";

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

    @AfterEach
    void writeEverything() {
        if (contracts.coexistence().current().isInUse()) {
            post("WRITE", "everything", "9999");
        }
    }

    @Test
    void an_administrator_looks_and_switches_and_the_trail_says_who_and_why() {
        Visitor admin = Visitor.of(console, Role.ADMIN);

        String planned = admin.get(PAGE + "/preview?mode=OBSERVE&scope=everything&reason=the+other+one+is+in+charge")
                .body();
        assertThat(planned).contains("What it would come to", "0 contracts would be told 0 orders");
        assertThat(contracts.coexistence().current().everything()).isEqualTo(WriteMode.WRITE);

        Visitor.Answer switched = post("OBSERVE", "everything", "0");

        assertThat(switched.location()).endsWith(PAGE);
        assertThat(contracts.coexistence().current().everything()).isEqualTo(WriteMode.OBSERVE);
        assertThat(admin.get(PAGE).body()).contains("only observed", "&lt;b&gt;because", "admin");
    }

    @Test
    void what_is_held_is_shown_and_opening_asks_to_look_at_who_would_be_cut() {
        post("OBSERVE", "everything", "0");
        ContractSummary cut = suspended();
        Visitor admin = Visitor.of(console, Role.ADMIN);

        assertThat(admin.get(PAGE).body()).contains(cut.number().value(), "restricts");
        assertThat(admin.get(PAGE + "/preview?mode=WRITE&scope=everything&reason=cut+over")
                        .body())
                .contains("something would be taken away from 1 of them", "I have looked");
        post("WRITE", "everything", "0");
        assertThat(contracts.coexistence().current().everything()).isEqualTo(WriteMode.OBSERVE);
        admin.post(PAGE, PAGE, Map.of("mode", "WRITE", "scope", "everything", "reason", "cut over", "restricted", "1"));
        assertThat(contracts.coexistence().current().everything()).isEqualTo(WriteMode.OBSERVE);

        post("WRITE", "everything", "1");

        assertThat(contracts.coexistence().current().everything()).isEqualTo(WriteMode.WRITE);
    }

    @Test
    void a_contract_is_named_by_its_number() {
        String number = any().number().value();
        Visitor admin = Visitor.of(console, Role.ADMIN);

        assertThat(admin.get(PAGE + "/preview?mode=OBSERVE&number=" + number + "&reason=x")
                        .body())
                .contains("number:" + number);
        post("OBSERVE", "number:" + number, "0");
        assertThat(admin.get(PAGE).body()).contains("contract:" + any().id());

        Visitor.Answer unknown = admin.get(PAGE + "/preview?mode=OBSERVE&number=NO-SUCH-1&reason=x");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(admin.get(PAGE + "/preview?mode=OBSERVE&scope=radius&reason=")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void who_operates_looks_and_does_not_switch() {
        Visitor operator = Visitor.of(console, Role.OPERATE);

        assertThat(operator.get(PAGE + "/preview?mode=OBSERVE&scope=radius&reason=x")
                        .body())
                .contains("Only an administrator switches");
        Visitor.Answer refused = operator.post(
                "/network",
                PAGE,
                Map.of("mode", "OBSERVE", "scope", "radius", "reason", "x", "restricted", "0", "looked", "true"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(contracts.coexistence().current().isInUse()).isFalse();
    }

    @Test
    void spanish_speaks_spanish() {
        assertThat(Visitor.of(console, Role.LOOK).get(PAGE + "?lang=es").body()).contains("Convivencia", "lang=\"es\"");
    }

    private static Visitor.Answer post(String mode, String scope, String restricted) {
        Visitor admin = Visitor.of(console, Role.ADMIN);
        String planned = PAGE + "/preview?mode=" + mode + "&scope=everything&reason=x";
        return admin.post(
                planned,
                PAGE,
                Map.of(
                        "mode",
                        mode,
                        "scope",
                        scope,
                        "reason",
                        "<b>because",
                        "restricted",
                        restricted,
                        "looked",
                        "true"));
    }

    private static ContractSummary any() {
        return contracts
                .search(ContractQuery.builder().status(Status.ACTIVE).build(), Page.first(1))
                .items()
                .get(0);
    }

    private static ContractSummary suspended() {
        ContractSummary active = any();
        contracts
                .suspend(
                        active.id(),
                        Suspension.of(SuspensionReason.TECHNICAL).enforcing(Enforcement.HARD_BLOCK),
                        CommandContext.by("test", Trigger.ADMIN))
                .get();
        return active;
    }
}
