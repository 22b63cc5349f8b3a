package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example in the Javadoc of the kit is code that compiles, and passes the kit. */
class PackageExampleTest {
    private static final Path PACKAGE =
            Path.of("testkit/src/main/java/io/silverdata/contract/adapters/olt/testkit/package-info.java");
    private static final Path SOURCES = Path.of("src/test/java/io/silverdata/contract/adapters/olt/minimal");
    private static final Pattern BLOCK = Pattern.compile("<pre>\\{@code\\R(.*?)\\R \\* }</pre>", Pattern.DOTALL);

    @Test
    void the_example_is_the_device_and_the_kit_test_of_the_minimal_make() throws IOException {
        List<String> examples = BLOCK.matcher(Files.readString(PACKAGE))
                .results()
                .map(block -> block.group(1))
                .map(PackageExampleTest::normalized)
                .toList();

        assertThat(examples).containsExactly(classIn("SimulatedMinimalOlt.java"), classIn("MinimalKitTest.java"));
    }

    private static String classIn(String file) throws IOException {
        String source = Files.readString(SOURCES.resolve(file));
        return normalized(source.substring(source.indexOf("class ")));
    }

    /** Without what Javadoc needs or cannot show, indentation and empty lines. */
    private static String normalized(String code) {
        return code.lines()
                .map(line -> line.replaceFirst("^ \\* ?", "").strip())
                .filter(line -> !line.isEmpty() && !line.equals("@Override") && !line.equals("{@literal @}Override"))
                .map(line -> line.replaceFirst("^final class", "class"))
                .collect(Collectors.joining("\n"));
    }
}
