package io.silverdata.contract.examples.console.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Contract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** An installation, in a real browser. */
class InstallIT {
    private static Console console;
    private static Sales sales;
    private static Browser browser;

    @BeforeAll
    static void open() {
        console = Console.start();
        sales = new Sales(console);
        browser = Browser.open(console).login(Role.SELL);
    }

    @AfterAll
    static void close() {
        browser.close();
        console.close();
    }

    @Test
    void an_onu_is_picked_activated_and_watched_until_it_is_online() {
        Contract draft = sales.reserved();
        look(draft);
        browser.isAccessible();

        browser.click(link(draft));
        browser.until(there -> !browser.all("#number").isEmpty());
        browser.isAccessible();
        browser.type("number", draft.number().value())
                .type("radiusUser", Sales.newLogin().value())
                .click("form[method=post][action^='/install'] button");

        browser.untilText(".notice.good", "is active");
        browser.untilText("#done", "Online.");
        browser.isAccessible();
        browser.resize(Browser.PHONE).isAccessible();
        browser.resize(Browser.DESK);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_login_that_is_taken_is_told_beside_its_field() {
        Contract draft = sales.reserved();
        look(draft);
        browser.click(link(draft));
        browser.until(there -> !browser.all("#number").isEmpty());

        browser.type("number", draft.number().value())
                .type("radiusUser", sales.active().radiusUser().orElseThrow().value())
                .click("form[method=post][action^='/install'] button");

        browser.untilText("#radiusUser-error", "belongs to contract");
        browser.isAccessible();
    }

    private static void look(Contract draft) {
        browser.go("/install");
        new Select(browser.find("#olt"))
                .selectByValue(draft.reservation()
                        .orElseThrow()
                        .ports()
                        .ponPort()
                        .olt()
                        .value());
        browser.click("form[method=get] button");
        browser.untilText("#onus", "Unregistered ONUs");
        String list = browser.path();
        browser.until(plugged -> !browser.go(list).all(link(draft)).isEmpty());
    }

    private static String link(Contract draft) {
        return "a[href*='ponPort=" + ponPort(draft) + "']";
    }

    private static String ponPort(Contract draft) {
        return draft.reservation().orElseThrow().ports().ponPort().toString();
    }
}
