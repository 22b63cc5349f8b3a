package io.silverdata.contract.examples.console.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search, in a real browser. */
class ContractsIT {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open(Console.shared()).login(Role.LOOK);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void begin() {
        browser.go("/contracts");
    }

    @Test
    void the_list_follows_what_is_typed() {
        browser.type("q", "C-000007");

        browser.until(found -> browser.all("table.contracts tbody tr").size() == 1);
        assertThat(browser.text("table.contracts tbody th")).isEqualTo("C-000007");
        assertThat(browser.path()).contains("q=C-000007");
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo("C-000007");
    }

    @Test
    void what_cannot_be_looked_for_is_told_beside_the_field_and_nothing_typed_is_lost() {
        browser.go("/contracts?in=ADDRESS").type("q", "ab");

        browser.untilText("#q-error", "Allowed: 3 to 256 characters");
        browser.isAccessible();
        browser.type("q", "calle");
        browser.until(mended -> browser.text("#q-error").isEmpty()
                && !browser.all("table.contracts tbody tr").isEmpty());
    }

    @Test
    void a_facet_narrows_the_list_and_is_taken_away_again() {
        browser.until(there -> !browser.all(".facet a[href*='plan=HOME-400']").isEmpty());
        browser.click(".facet a[href*='plan=HOME-400']");

        browser.untilText(".bar a.badge", "HOME-400");
        assertThat(browser.all("table.contracts tbody tr td:nth-child(4)"))
                .allSatisfy(plan -> assertThat(plan.getText()).isEqualTo("HOME-400"));
        browser.click(".bar a.badge");
        browser.until(gone -> browser.all(".bar a.badge").isEmpty());
    }

    @Test
    void the_next_page_and_the_first_one_are_a_link_away() {
        browser.click("a[rel=next]");

        browser.until(there -> !browser.all("a[rel=first]").isEmpty());
        assertThat(browser.text("table.contracts tbody th")).isGreaterThan("C-000050");
        browser.click("a[rel=first]");
        browser.untilText("table.contracts tbody th", "C-000001");
    }

    @Test
    void desk_and_phone_are_accessible_and_break_no_rule_of_their_own() {
        browser.until(there -> !browser.all(".facet").isEmpty());

        browser.isAccessible();
        browser.resize(Browser.PHONE).isAccessible();
        browser.resize(Browser.DESK);
        assertThat(browser.complaints()).isEmpty();
    }
}
