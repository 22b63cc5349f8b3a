package io.silverdata.contract.examples.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures, in a real browser. */
class FiguresIT {
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
    void every_chart_is_drawn_and_its_definition_is_one_click_away() {
        browser.go("/figures");
        browser.until(drawn -> browser.all(".uplot canvas").size() == 8);

        browser.click("#figure-churn ~ details summary");
        assertThat(browser.text("#figure-churn ~ details p")).contains("divided by those that were live");
        browser.isAccessible();
        browser.resize(Browser.PHONE).isAccessible();
        browser.resize(Browser.DESK);
        assertThat(browser.complaints()).isEmpty();
    }
}
