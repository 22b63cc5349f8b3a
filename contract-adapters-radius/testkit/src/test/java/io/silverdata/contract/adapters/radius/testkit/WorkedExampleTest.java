package io.silverdata.contract.adapters.radius.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is printed is what is tested. */
class WorkedExampleTest {
    private static final Path WIRING = Path.of("src/test/java/com/example/isp/Wiring.java");
    private static final Path TEST = Path.of("src/test/java/com/example/isp/ThrottlingTest.java");
    private static final Path JAVADOC =
            Path.of("src/main/java/io/silverdata/contract/adapters/radius/testkit/package-info.java");
    private static final Path MANUAL = Path.of("../../docs/radius.md");

    @Test
    void the_example_of_the_javadoc_is_the_one_that_is_tested() throws IOException {
        String printed = find(JAVADOC, "<pre>\\{@code\\n(.*?)\\}</pre>").replaceAll("(?m)^ \\* ?", "");

        assertThat(tokens(printed)).isEqualTo(tokens(example(TEST)));
    }

    @Test
    void the_example_of_the_manual_is_the_one_that_is_tested() throws IOException {
        String printed = find(MANUAL, "## Test against a simulated NAS\\n.*?```java\\n(.*?)```");

        assertThat(tokens(printed)).isEqualTo(tokens(example(TEST)));
    }

    @Test
    void the_wiring_of_the_manual_is_the_one_that_is_compiled() throws IOException {
        String printed = find(MANUAL, "## Wire it\\n.*?```java\\n(.*?)```");

        assertThat(tokens(printed)).isEqualTo(tokens(example(WIRING)));
    }

    private static String example(Path source) throws IOException {
        return find(source, "// example\\n(.*?)// end of the example");
    }

    private static String find(Path file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(file));
        assertThat(found.find()).as("an example in %s", file).isTrue();
        return found.group(1);
    }

    /** Without the line breaks, which a formatter moves. */
    private static String tokens(String code) {
        return code.replaceAll("\\s+", " ").replaceAll(" ?([(.)]) ?", "$1").strip();
    }
}
