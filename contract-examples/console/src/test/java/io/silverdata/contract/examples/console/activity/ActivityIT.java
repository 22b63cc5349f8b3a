package io.silverdata.contract.examples.console.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** Activity, in a real browser. */
class ActivityIT {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open(Console.shared()).login(Role.LOOK);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void the_list_follows_the_kind_that_is_chosen_and_the_address_keeps_it() {
        browser.go("/activity").isAccessible();

        new Select(browser.find("#kind")).selectByValue("ServiceConfirmed");

        browser.until(followed -> browser.path().contains("kind=ServiceConfirmed"));
        browser.until(followed -> browser.all("#events tbody tr td:nth-child(3)").stream()
                .allMatch(kind -> kind.getText().equals("In service")));
        browser.resize(Browser.PHONE).isAccessible();
        browser.resize(Browser.DESK);
        assertThat(browser.complaints()).isEmpty();
    }
}
