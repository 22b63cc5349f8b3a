package io.silverdata.contract.examples.console.moves;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.spi.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Plant moves, in a real browser, while the worker delivers. */
class MovesIT {
    private static Console console;
    private static MovedPlants plants;
    private static Browser browser;

    @BeforeAll
    static void open() {
        console = Console.start();
        plants = new MovedPlants(console);
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
    void a_splitter_is_moved_from_its_page_until_its_contract_is_there_by_keyboard() {
        SplitterId splitter = plants.splitter(MovedPlants.CENTRO);
        Contract contract = plants.on(splitter);
        browser.go("/plant/splitters/" + splitter);
        enter("//a[.='Move a splitter']");
        browser.untilText("h1", "Move a splitter");
        browser.isAccessible();

        browser.type("name", "by-hand").type("ponPort", "nowhere");
        browser.find("#ponPort").sendKeys(Keys.ENTER);
        browser.untilText("#ponPort-error", "A PON port is written");
        browser.isAccessible();
        assertThat(browser.find("#splitter").getDomProperty("value")).isEqualTo(splitter.value());
        browser.type("ponPort", MovedPlants.SUR.toString());
        browser.find("#ponPort").sendKeys(Keys.ENTER);
        browser.untilText("h1", "What by-hand would do");
        browser.isAccessible();
        assertThat(browser.text("main")).contains(contract.number().value(), "1 contracts go along");
        enter("//button[.='Begin the move']");

        browser.untilText("#progress", "Waits for the splice");
        browser.isAccessible();
        enter("//button[starts-with(normalize-space(), 'It is spliced')]");
        browser.driver().switchTo().alert().accept();
        browser.untilText("#progress", "1 of 1 where they are to be");
        browser.until(done -> browser.text("#progress").contains("Done"));
        browser.isAccessible();
        assertThat(plants.ponPort(contract)).isEqualTo(MovedPlants.SUR);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void list_forms_and_a_move_fit_a_phone() {
        SplitterId splitter = plants.splitter(MovedPlants.CENTRO);
        browser.resize(Browser.PHONE);
        try {
            browser.go("/plant/moves").isAccessible();
            browser.go("/plant/moves/plan?kind=EVACUATION").isAccessible();
            browser.go("/plant/moves/plan?kind=REPLACEMENT").isAccessible();
            browser.go("/plant/moves/preview?kind=SPLITTER&name=small&notBefore=2031-05-01T02:00&splitter=" + splitter
                            + "&ponPort=" + MovedPlants.SUR)
                    .isAccessible();
            enter("//button[.='Begin the move']");
            browser.untilText("#progress", "Waits for its time");
            browser.isAccessible();
            browser.go("/plant/moves").isAccessible();
            assertThat(browser.text("main")).contains("small", "0 of 1 where they are to be");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.resize(Browser.DESK);
        }
    }

    @Test
    void the_risk_of_a_write_off_is_read_before_it_is_given() {
        browser.go("/plant/olts/olt-norte/write-off");
        browser.untilText("#risk", "The risk");
        browser.isAccessible();
        console.bean(Storage.class).plant().setState(new OltId("olt-norte"), ServiceState.DOWN);
        try {
            browser.resize(Browser.PHONE).go("/plant/olts/olt-norte/write-off").isAccessible();
            assertThat(browser.text("main")).contains("service that nobody pays", "contracts wait for this OLT");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.resize(Browser.DESK);
            console.bean(Storage.class).plant().setState(new OltId("olt-norte"), ServiceState.UP);
        }
    }

    /** Puts the focus there, and presses the key. */
    private static void enter(String xpath) {
        browser.driver().findElement(By.xpath(xpath)).sendKeys(Keys.ENTER);
    }
}
