package io.silverdata.contract.examples.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
        browser.untilText("#progress", "Finished");
        String done = browser.text("#tab-ACCEPTED b");

        browser.driver().navigate().back();
        browser.untilText("h1", "contracts");
        browser.click("main form.panel button[type=submit]");
        browser.untilText("#progress", "Finished");

        browser.untilText("#tab-REPEATED b", done);
        assertThat(browser.text("#tab-ACCEPTED b")).isEqualTo("0");
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
        browser.go("/bulk").type("name", name).type("attributeKey", "area").type("attributeText", "north");
        new Select(browser.find("#command")).selectByValue("SET_ATTRIBUTE");
        return browser;
    }

    private static void press(String button) {
        browser.driver().findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
    }

    private static int done() {
        return Integer.parseInt(browser.find("#progress progress").getDomProperty("value"));
    }
}
