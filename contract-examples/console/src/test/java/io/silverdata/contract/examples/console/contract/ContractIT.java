package io.silverdata.contract.examples.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** One contract, in a real browser. */
class ContractIT {
    private static final String GIVE = "button[value=give]";

    private static Console console;
    private static Contracts contracts;
    private static Sales sales;
    private static Browser browser;

    @BeforeAll
    static void open() {
        console = Console.start();
        contracts = console.bean(Contracts.class);
        sales = new Sales(console);
        browser = Browser.open(console).login(Role.OPERATE);
    }

    @AfterAll
    static void close() {
        browser.close();
        console.close();
    }

    @Test
    void a_contract_is_suspended_after_a_look_at_the_preview() {
        Contract contract = sales.active();
        openSuspension(contract);

        browser.click("button[value=preview]");
        browser.untilText("#preview", "What this would do now");
        browser.isAccessible();
        assertThat(browser.text("main")).contains("rejected");
        assertThat(find(contract).holds()).isEmpty();
        browser.type("why", "Loop at the box").click(GIVE);

        browser.untilText(".notice.good", "Done: Suspend");
        browser.untilText(".subject .badge", "Suspended");
        assertThat(browser.text("table.timeline")).contains("“Loop at the box”", "operate");
        browser.isAccessible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void what_is_left_empty_is_told_beside_its_field() {
        Contract contract = sales.active();
        openSuspension(contract);

        browser.click(GIVE);

        browser.untilText("#why-error", "Fill this in.");
        assertThat(new Select(browser.find("#reason")).getFirstSelectedOption().getText())
                .isEqualTo("Technical");
        browser.isAccessible();
        assertThat(find(contract).holds()).isEmpty();
    }

    @Test
    void a_rejection_stands_beside_its_field() {
        Contract contract = sales.active();
        browser.go(path(contract) + "/swap-onu");

        browser.type("onu", sales.active().line().orElseThrow().onu().value()).click(GIVE);

        browser.untilText("#onu-error", "belongs to contract");
        assertThat(browser.find("#onu").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser.find("#onu").getDomAttribute("aria-describedby")).isEqualTo("onu-error");
        browser.isAccessible();
    }

    @Test
    void two_clicks_and_the_back_button_do_it_once() {
        Contract contract = sales.active();
        openSuspension(contract);
        browser.type("why", "Loop");

        browser.driver()
                .executeScript("const give = document.querySelector(\"" + GIVE + "\"); give.click(); give.click();");
        browser.untilText(".notice.good", "Done: Suspend");
        browser.driver().navigate().back();
        browser.until(there -> !browser.all(GIVE).isEmpty());
        new Select(browser.find("#reason")).selectByValue("TECHNICAL");
        browser.type("why", "Loop").click(GIVE);

        browser.untilText(".notice.good", "nothing was done twice");
        assertThat(find(contract).holds()).hasSize(1);
    }

    @Test
    void of_two_people_the_second_is_told_and_loses_nothing() {
        Contract contract = sales.active();
        openSuspension(contract);
        browser.type("why", "Loop");
        contracts.suspend(
                contract.id(),
                Suspension.of(SuspensionReason.FRAUD_ABUSE),
                CommandContext.by("colleague", Trigger.ADMIN));

        browser.click(GIVE);

        browser.untilText("#since", "The contract changed meanwhile");
        assertThat(browser.text(".notice.warn")).contains("colleague", "Hold placed", "Fraud or abuse");
        assertThat(browser.find("#why").getDomProperty("value")).isEqualTo("Loop");
        browser.isAccessible();
        browser.click(GIVE);
        browser.untilText(".notice.good", "Done: Suspend");
        assertThat(find(contract).holds()).hasSize(2);
    }

    @Test
    void the_light_at_the_onu_is_read_while_the_page_is_there() {
        Contract contract = sales.active();
        browser.go(path(contract));

        browser.until(read -> browser.text("#signal").contains("Read on"));
        browser.isAccessible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_phone_shows_all_of_it() {
        Contract contract = sales.active();
        contracts.suspend(
                contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), CommandContext.by("x", Trigger.ADMIN));
        browser.resize(Browser.PHONE);
        try {
            browser.go(path(contract)).isAccessible();
            browser.go(path(contract) + "/plan").isAccessible();
        } finally {
            browser.resize(Browser.DESK);
        }
    }

    @Test
    void a_session_that_is_over_leads_to_the_login_and_does_nothing() {
        Contract contract = sales.active();
        openSuspension(contract);
        browser.type("why", "Loop");
        browser.driver().manage().deleteAllCookies();

        browser.click(GIVE);

        browser.until(there -> browser.path().startsWith("/login"));
        assertThat(find(contract).status()).isEqualTo(Status.ACTIVE);
        browser.login(Role.OPERATE);
    }

    private static void openSuspension(Contract contract) {
        browser.go(path(contract));
        browser.driver().findElement(By.linkText("Suspend")).click();
        browser.until(there -> !browser.all("#reason").isEmpty());
        new Select(browser.find("#reason")).selectByValue("TECHNICAL");
    }

    private static Contract find(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    private static String path(Contract contract) {
        return "/contracts/" + contract.id();
    }
}
