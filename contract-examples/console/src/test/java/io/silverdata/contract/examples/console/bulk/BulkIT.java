package io.silverdata.contract.examples.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.Page;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Bulk commands, in a real browser. */
class BulkIT {
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
    void a_long_run_is_paused_goes_on_and_is_stopped_while_its_progress_is_looked_at() {
        describe("slow-1").type("perSecond", "2");
        browser.click("main form button[type=submit]");
        browser.untilText("h1", "Set an attribute");
        browser.isAccessible();
        browser.click("main form.panel button[type=submit]");
        browser.untilText("#progress", "Waiting");
        browser.isAccessible();

        press("Pause");
        browser.untilText("#progress", "Paused");
        press("Go on");
        browser.until(counted -> done() >= 3);

        press("Stop for good");
        browser.driver().switchTo().alert().accept();
        browser.untilText("#progress", "Stopped");
        assertThat(browser.all(".actions")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_back_button_and_a_second_click_do_nothing_twice() {
        describe("once-1");
        browser.click("main form button[type=submit]");
        browser.untilText("h1", "Set an attribute");
        browser.click("main form.panel button[type=submit]");
        browser.until(over ->
                !browser.all("#progress").isEmpty() && browser.all(".actions").isEmpty());
        int done = changed();
        assertThat(done).isPositive();

        browser.driver().navigate().back();
        browser.untilText("h1", "contracts");
        browser.click("main form.panel button[type=submit]");
        browser.until(over ->
                !browser.all("#progress").isEmpty() && browser.all(".actions").isEmpty());

        assertThat(changed()).isEqualTo(done);
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost() {
        describe("wrong-1").type("attributeKey", "").type("olt", "not an olt");
        browser.click("main form button[type=submit]");

        browser.until(told -> !browser.all("#attributeKey-error").isEmpty());
        assertThat(browser.find("#olt").getDomProperty("value")).isEqualTo("not an olt");
        browser.isAccessible();
        browser.resize(Browser.PHONE).isAccessible();
        browser.resize(Browser.DESK);
    }

    private static Browser describe(String name) {
        browser.go("/bulk").type("name", name);
        new Select(browser.find("#command")).selectByValue("SET_ATTRIBUTE");
        browser.until(offered -> !browser.all("#attributeKey").isEmpty());
        return browser.type("attributeKey", "area").type("attributeText", "north");
    }

    private static void press(String button) {
        browser.driver()
                .findElement(By.xpath("//button[normalize-space()='" + button + "']"))
                .click();
    }

    private static int changed() {
        EventQuery changes = EventQuery.all().ofKinds(ContractEvent.AttributesChanged.class);
        return (int) console.bean(Contracts.class).events(changes, Page.first(1_000)).items().stream()
                .filter(event -> event.correlationId().equals(Optional.of("once-1")))
                .count();
    }

    private static int done() {
        return Integer.parseInt(browser.find("#progress progress").getDomProperty("value"));
    }
}
