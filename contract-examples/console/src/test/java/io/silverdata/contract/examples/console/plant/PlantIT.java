package io.silverdata.contract.examples.console.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plant, in a real browser. */
class PlantIT {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open(Console.shared()).login(Role.OPERATE);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /** The browser's log keeps the refused forms of the test before. */
    @BeforeEach
    void forgetComplaints() {
        browser.complaints();
    }

    @Test
    void from_the_list_of_olts_down_to_who_has_an_output() {
        openFirstOlt();
        browser.isAccessible();
        browser.click(".heatmap a:not(.heat-0)");
        browser.until(loaded -> !browser.all(".outputs a.port-IN_USE").isEmpty());
        browser.isAccessible();
        browser.click(".branch h3 a");
        browser.isAccessible();

        assertThat(browser.all("table tbody tr").size())
                .isEqualTo(browser.all(".outputs li").size());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_wrong_name_is_told_beside_its_field() {
        openFirstOlt();
        browser.click(".heatmap a:not(.heat-0)").click(".branch h3 a");

        browser.type("name", "two words").click("#rename ~ form button");

        browser.until(told -> !browser.all("#name-error").isEmpty());
        assertThat(browser.find("#name").getDomProperty("value")).isEqualTo("two words");
        assertThat(browser.find("#name").getDomAttribute("aria-describedby")).isEqualTo("name-error");
        browser.isAccessible();
    }

    @Test
    void capacity_and_the_map_fit_a_phone() {
        browser.resize(Browser.PHONE).go("/plant/capacity").isAccessible();
        openFirstOlt();
        browser.isAccessible();
        browser.resize(Browser.DESK);
    }

    /** Once the list says how full each is, which comes after the page. */
    private static void openFirstOlt() {
        browser.go("/plant").until(counted -> !browser.all("meter").isEmpty());
        browser.isAccessible();
        browser.click("tbody th a");
    }
}
