package io.silverdata.contract.examples.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpPrefix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Corrections and access settings, in a real browser. */
class CorrectionIT {
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
    void an_address_is_corrected_from_the_page_of_the_contract_by_keyboard() {
        Contract contract = sales.active();
        browser.go(path(contract));
        browser.driver().findElement(By.linkText("Correct the address")).sendKeys(Keys.ENTER);
        browser.until(there -> !browser.all("#address").isEmpty());
        browser.isAccessible();

        browser.type("address", "Calle Corregida 9");
        browser.find("#address").sendKeys(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB);
        WebElement focused = browser.driver().switchTo().activeElement();
        assertThat(focused.getText()).isEqualTo("Correct the address");
        focused.sendKeys(Keys.ENTER);

        browser.untilText(".notice.good", "Done: Correct the address");
        assertThat(find(contract).address().text()).isEqualTo("Calle Corregida 9");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void settings_are_refused_previewed_and_given_also_on_a_phone() {
        Contract contract = sales.active();
        browser.resize(Browser.PHONE);
        try {
            browser.go(path(contract) + "/access").isAccessible();
            browser.type("routes", "198.51.100.0").click("button[value=preview]");
            browser.untilText("#routes-error", "is no network of a subscriber");
            browser.isAccessible();

            browser.type("routes", "198.51.100.0/29").click("button[value=preview]");
            browser.untilText("#preview", "What this would do now");
            browser.isAccessible();
            assertThat(browser.text("main")).contains("route 198.51.100.0/29 0.0.0.0 1");
            browser.type("why", "Mail server").click(GIVE);

            browser.untilText(".notice.good", "Done: Change the access settings");
            assertThat(find(contract).accessSettings().routes())
                    .containsExactly(FramedRoute.to(new IpPrefix("198.51.100.0/29")));
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.resize(Browser.DESK);
        }
    }

    private static Contract find(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    private static String path(Contract contract) {
        return "/contracts/" + contract.id();
    }
}
