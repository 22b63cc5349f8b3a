package io.silverdata.contract.examples.console.debt;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs over debts, in a real browser. */
class DebtIT {
    private static Console console;
    private static Browser browser;

    @BeforeAll
    static void open() {
        console = Console.start("contract.worker.enabled=false");
        browser = Browser.open(console).login(Role.ADMIN);
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
    void a_dry_run_ends_and_leads_to_the_run_that_is_confirmed() {
        browser.go("/debt").isAccessible();
        browser.click("#begin ~ form button[type=submit]");
        browser.untilText("#progress", "Finished");
        browser.untilText("main", "Run for real");
        browser.click("#tab-NOTHING");
        browser.isAccessible();

        browser.click("#sure").click("#real ~ form button[type=submit]");
        browser.untilText("#progress", "Finished");
        assertThat(browser.text("h1")).isEqualTo("Run");
        assertThat(browser.all("#real")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_real_run_that_is_not_confirmed_is_told_beside_the_box() {
        browser.go("/debt").click("#dryRun").click("#begin ~ form button[type=submit]");

        browser.until(told -> !browser.all("#sure-error").isEmpty());
        assertThat(browser.find("#sure").getDomAttribute("aria-describedby")).isEqualTo("sure-error");
        browser.isAccessible();
    }

    @Test
    void it_fits_a_phone() {
        browser.resize(Browser.PHONE).go("/debt").isAccessible();
        browser.resize(Browser.DESK);
    }
}
