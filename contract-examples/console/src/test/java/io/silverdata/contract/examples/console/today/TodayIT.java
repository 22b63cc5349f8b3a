package io.silverdata.contract.examples.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Login and the first screen, in a real browser. */
class TodayIT {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open(Console.shared());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_lets_in() {
        browser.driver().manage().deleteAllCookies();
        browser.go("/login").isAccessible();
        browser.type("username", "look").type("password", "wrong").click(".login button[type=submit]");
        browser.untilText("[role=alert]:not([hidden])", "User or password is wrong.");

        browser.login(Role.LOOK);

        assertThat(browser.text("h1")).isEqualTo("Today");
        assertThat(browser.text(".user")).isEqualTo("look");
    }

    @Test
    void the_first_screen_is_drawn_and_breaks_no_rule_of_its_own() {
        browser.driver().manage().deleteAllCookies();
        browser.login(Role.LOOK).go("/");
        browser.until(ready -> browser.all(".spark canvas").size() == 4);

        browser.isAccessible();
        browser.resize(Browser.PHONE).isAccessible();
        browser.resize(Browser.DESK);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_keyboard_reaches_the_content_first() {
        browser.driver().manage().deleteAllCookies();
        browser.login(Role.LOOK).go("/");

        browser.find("body").sendKeys(Keys.TAB);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);

        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("content");
    }

    @Test
    void a_session_that_is_over_leads_to_the_login_and_back() {
        browser.driver().manage().deleteAllCookies();
        browser.login(Role.LOOK).go("/contracts");
        browser.driver().manage().deleteCookieNamed("JSESSIONID");

        browser.go("/contracts?status=ACTIVE");

        assertThat(browser.path()).startsWith("/login");
        browser.type("username", "look").type("password", "demo").click(".login button[type=submit]");
        browser.until(back -> browser.path().startsWith("/contracts?status=ACTIVE"));
    }

    @Test
    void a_log_out_ends_the_session() {
        browser.driver().manage().deleteAllCookies();
        browser.login(Role.LOOK).click(".session button");

        browser.untilText(".notice:not([hidden])", "You are logged out.");
        browser.go("/");
        assertThat(browser.path()).startsWith("/login");
    }

    @Test
    void the_language_changes_on_the_same_page() {
        browser.driver().manage().deleteAllCookies();
        browser.login(Role.LOOK).go("/contracts?status=ACTIVE").click("a[hreflang=es]");

        browser.untilText("h1", "Contratos");
        assertThat(browser.path()).contains("status=ACTIVE");
        browser.isAccessible();
        browser.click("a[hreflang=en]");
    }
}
