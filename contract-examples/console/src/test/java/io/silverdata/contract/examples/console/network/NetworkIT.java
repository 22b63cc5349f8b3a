package io.silverdata.contract.examples.console.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network, in a real browser. */
class NetworkIT {
    private static Console console;
    private static Browser browser;

    @BeforeAll
    static void open() {
        console = Console.start("contract.worker.enabled=false");
        Contracts contracts = console.bean(Contracts.class);
        contracts
                .search(ContractQuery.builder().status(Status.ACTIVE).build(), Page.first(3))
                .items()
                .forEach(active -> contracts
                        .suspend(
                                active.id(),
                                Suspension.of(SuspensionReason.TECHNICAL),
                                CommandContext.by("test", Trigger.ADMIN))
                        .get());
        browser = Browser.open(console).login(Role.OPERATE);
    }

    @AfterAll
    static void close() {
        browser.close();
        console.close();
    }

    /** The browser's log keeps the refused forms of the test before. */
    @BeforeEach
    void forgetComplaints() {
        browser.complaints();
    }

    @Test
    void a_row_is_parked_with_a_reason_and_told_again() {
        browser.go("/network");
        browser.click("#queue ~ .scroll details summary");
        browser.type("reason", "the street is flooded");
        browser.click("#queue ~ .scroll details[open] button");

        browser.untilText(".notice.good", "Parked");
        browser.go("/network?state=PARKED");
        assertThat(browser.text("#queue ~ .scroll td.words")).isEqualTo("operate: the street is flooded");
        browser.click("#queue ~ .scroll form button");
        browser.untilText(".notice.good", "told again");
    }

    @Test
    void an_audit_is_begun_and_ends_while_its_page_is_looked_at() {
        browser.go("/network/audits");
        browser.click("#extras").click("main form button[type=submit]");

        browser.untilText("#progress", "Finished");
        browser.untilText("main", "ended");
        assertThat(browser.all("button.danger")).isEmpty();
        browser.isAccessible();
    }

    @Test
    void desk_and_phone_are_accessible_and_break_no_rule_of_their_own() {
        browser.go("/network");
        browser.isAccessible();
        browser.resize(Browser.PHONE).isAccessible();
        browser.resize(Browser.DESK).go("/network/audits").isAccessible();
        assertThat(browser.complaints()).isEmpty();
    }
}
