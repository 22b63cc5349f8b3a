package io.silverdata.contract.examples.console.sell;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.GeoPosition;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** A sale, in a real browser. */
class SellIT {
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
    void from_an_address_to_a_reservation() {
        check();

        browser.untilText("#verdict", "Qualified");
        browser.isAccessible();
        browser.resize(Browser.PHONE).isAccessible();
        browser.resize(Browser.DESK);
        browser.type("customer", "quishpe");
        browser.until(listed -> !browser.all("#customers option").isEmpty());
        browser.type(
                "customer",
                Objects.requireNonNull(browser.find("#customers option").getDomAttribute("value")));
        browser.click("button[value=reserve]");

        browser.untilText(".notice.good", "is drafted");
        assertThat(browser.text(".subject")).contains("Draft", "is reserved until");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void from_an_address_to_a_subscriber_who_is_online() {
        check();
        browser.untilText("#verdict", "Qualified");

        browser.type("customer", "K-600100")
                .type("onu", Sales.newOnu().value())
                .type("radiusUser", Sales.newLogin().value())
                .click("button[value=signUp]");

        browser.untilText(".notice.good", "is active");
        browser.untilText("#done", "Online.");
        browser.isAccessible();
    }

    @Test
    void a_rejection_and_a_wrong_position_stand_beside_their_fields() {
        check();
        browser.untilText("#verdict", "Qualified");
        browser.type("customer", "nobody").click("button[value=reserve]");

        browser.untilText("#customer-error", "There is no customer nobody");
        browser.isAccessible();
        browser.type("latitude", "north").click("form[method=get] button");
        browser.untilText("#latitude-error", "Degrees from -90 to 90");
        browser.isAccessible();
    }

    private static void check() {
        GeoPosition site = sales.site();
        browser.go("/sell")
                .type("address", "Calle de Prueba 9")
                .type("latitude", Double.toString(site.latitude()))
                .type("longitude", Double.toString(site.longitude()));
        new Select(browser.find("#plan")).selectByValue("HOME-200");
        browser.click("form[method=get] button");
    }
}
