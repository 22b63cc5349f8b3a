package io.silverdata.contract.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.examples.console.web.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openqa.selenium.Dimension;

/**
 * The pictures of README.md and docs/console.md. With {@code -Dconsole.pictures=true} they are taken anew, of a provider with 3,000 contracts;
 * otherwise the screens that they show must open, and the pictures must be there.
 */
class PicturesIT {
    private static final Path DOCS = Path.of("../../docs");
    private static final boolean TAKE = Boolean.getBoolean("console.pictures");
    private static final Dimension PICTURE = new Dimension(1200, 800);
    private static final int LARGEST = 150 * 1024;

    private static Console console;
    private static Browser browser;

    @BeforeAll
    static void open() {
        console = TAKE ? Console.start("console.demo-contracts=3000") : Console.shared();
        browser = Browser.open(console).resize(PICTURE).login(Role.ADMIN);
    }

    @AfterAll
    static void close() {
        browser.close();
        if (TAKE) {
            console.close();
        }
    }

    @TestFactory
    List<DynamicTest> every_screen_of_the_navigation_opens_and_is_accessible() {
        return console.beans(Screen.class).stream()
                .map(screen -> DynamicTest.dynamicTest(screen.path(), () -> look(screen)))
                .toList();
    }

    @Test
    void the_pictures_of_the_documents_are_there_and_small() throws IOException {
        List<Path> pictures = List.of(Path.of("../../README.md"), DOCS.resolve("console.md")).stream()
                .flatMap(PicturesIT::pictures)
                .toList();

        assertThat(pictures).isNotEmpty();
        for (Path picture : pictures) {
            assertThat(picture).exists();
            assertThat(Files.size(picture)).as("octets of %s", picture).isLessThanOrEqualTo(LARGEST);
        }
    }

    private static void look(Screen screen) throws IOException {
        browser.go(screen.path());
        browser.until(loaded -> Boolean.TRUE.equals(browser.driver()
                .executeScript(
                        "return document.readyState === 'complete' && !document.querySelector('.htmx-request')")));

        assertThat(browser.text("h1")).isNotBlank();
        browser.isAccessible();
        if (TAKE) {
            Files.createDirectories(DOCS.resolve("pictures"));
            Files.write(DOCS.resolve("pictures/console-" + screen.key() + ".png"), browser.picture());
        }
    }

    private static Stream<Path> pictures(Path document) {
        try {
            Matcher picture = Pattern.compile("!\\[[^]]*]\\(([^)]+\\.png)\\)").matcher(Files.readString(document));
            return picture.results().map(found -> document.resolveSibling(found.group(1)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
