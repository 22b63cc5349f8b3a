package io.silverdata.contract.examples.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.security.DemoUsers;
import io.silverdata.contract.examples.console.web.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium without a screen, that looks at a console. Where it is missing the test is skipped with the reason, and fails under {@code
 * CI=true}. Close it. For one thread.
 */
public final class Browser implements AutoCloseable {
    /** The size of a desk. */
    public static final Dimension DESK = new Dimension(1280, 900);

    /** The size of a phone. */
    public static final Dimension PHONE = new Dimension(360, 740);

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Pattern REFUSED = Pattern.compile("the server responded with a status of (409|422)");

    private static final String FINDINGS = "const done = arguments[arguments.length - 1];"
            + "axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations"
            + ".filter(found => ['serious', 'critical'].includes(found.impact))"
            + ".map(found => found.id + ': ' + found.help + ' at ' + found.nodes.map(node => node.html).join(' | '))),"
            + " failed => done(['axe failed: ' + failed]));";

    private final Console console;
    private final ChromeDriver driver;

    private Browser(Console console, ChromeDriver driver) {
        this.console = console;
        this.driver = driver;
    }

    /** Opens one with the size of a desk, in which nobody is logged in. */
    public static Browser open(Console console) {
        boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!isThere && Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError("chromium and chromium-driver must be installed where CI is true");
        }
        Assumptions.assumeTrue(isThere, "chromium and chromium-driver are not installed");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // builds run as root
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--lang=en",
                "--force-prefers-reduced-motion",
                "--window-size=" + DESK.getWidth() + "," + DESK.getHeight());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(console, new ChromeDriver(service, options));
    }

    /** For what has no method here. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Logs in as the demo's user with a role. */
    public Browser login(Role role) {
        go("/login");
        type("username", DemoUsers.name(role));
        type("password", DemoUsers.PASSWORD);
        click(".login button[type=submit]");
        until(browser -> !path().startsWith("/login"));
        return this;
    }

    public Browser go(String path) {
        driver.get(console.url(path));
        return this;
    }

    /** Path and query of the page. */
    public String path() {
        return Objects.requireNonNull(driver.getCurrentUrl())
                .substring(console.url("").length());
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The visible text of the first element that fits. */
    public String text(String css) {
        return find(css).getText();
    }

    /** Types into the field with a name, in place of what is there. */
    public Browser type(String name, String text) {
        WebElement field = find("[name='" + name + "']");
        field.clear();
        field.sendKeys(text);
        return this;
    }

    public Browser click(String css) {
        find(css).click();
        return this;
    }

    /**
     * Waits until something is so. Parts of a page may be replaced while it is looked at, which Chromium tells in several ways: as a stale
     * element, or as a node of another document.
     */
    public void until(ExpectedCondition<Boolean> condition) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(condition);
    }

    /** Waits until the first element that fits shows a text. */
    public void untilText(String css, String text) {
        until(browser -> all(css).stream()
                .findFirst()
                .map(WebElement::getText)
                .filter(shown -> shown.contains(text))
                .isPresent());
    }

    public Browser resize(Dimension size) {
        driver.manage().window().setSize(size);
        return this;
    }

    /** Asks for light or dark colours, as the person's desktop would. */
    public Browser colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /**
     * Fails if axe-core has a serious or a critical finding on the page, in light or in dark colours, or if the page is wider than the
     * window.
     */
    public void isAccessible() {
        driver.executeScript(axe());
        for (String scheme : List.of("dark", "light")) {
            colours(scheme);
            Object findings = driver.executeAsyncScript(FINDINGS);
            assertThat((List<?>) findings)
                    .as("axe-core on %s, %s", path(), scheme)
                    .isEmpty();
        }
        Object overflow = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat((Long) overflow).as("pixels that %s is too wide", path()).isLessThanOrEqualTo(0);
    }

    /** What the browser complained of, such as a breach of the content security policy; that a form was refused is none. */
    public List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .filter(complaint -> !REFUSED.matcher(complaint).find())
                .toList();
    }

    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
