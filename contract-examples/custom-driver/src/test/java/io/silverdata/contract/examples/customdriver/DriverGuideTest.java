package io.silverdata.contract.examples.customdriver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide shows the driver as it compiles. */
class DriverGuideTest {
    private static final Path GUIDE = Path.of("../../docs/olt-drivers.md");
    private static final Path WHOLE = Path.of("../../docs/olt-driver-acme.md");
    private static final String PACKAGE = "java/io/silverdata/contract/examples/customdriver";
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_snippet_is_part_of_the_sources() throws IOException {
        String sources = normalized(Stream.of("src/main", "src/test")
                        .flatMap(tree -> files(Path.of(tree, PACKAGE)))
                        .map(DriverGuideTest::read)
                        .collect(Collectors.joining("\n")))
                + normalized(read(Path.of("src/main/java/module-info.java")))
                + read(Path.of("src/main/resources/META-INF/services/"
                        + "io.silverdata.contract.adapters.olt.spi.OltDriverProvider"));

        List<MatchResult> blocks = BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .filter(block -> List.of("java", "text").contains(block.group(1)))
                .toList();

        assertThat(blocks).hasSizeGreaterThan(8);
        assertThat(blocks).allSatisfy(block -> assertThat(sources).contains(normalized(block.group(2))));
    }

    @Test
    void the_driver_its_simulator_and_its_kit_test_are_shown_whole() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(WHOLE))
                .results()
                .map(block -> block.group(2))
                .toList();

        assertThat(blocks)
                .containsExactly(
                        read(Path.of("src/main", PACKAGE, "AcmeDriver.java")),
                        read(Path.of("src/test", PACKAGE, "SimulatedAcme.java")),
                        read(Path.of("src/test", PACKAGE, "AcmeKitTest.java")));
    }

    /** Without indentation and empty lines. */
    private static String normalized(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
