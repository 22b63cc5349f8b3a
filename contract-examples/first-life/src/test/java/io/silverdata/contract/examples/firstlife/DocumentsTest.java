package io.silverdata.contract.examples.firstlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the documents show runs: each Java snippet is part of a source that a test compiles and runs. White space does not count,
 * since a page is narrower than a source. A snippet without a source fails; put it into a test, as it is to be shown.
 */
class DocumentsTest {
    private static final Path ROOT = Path.of("../..");
    private static final int LEAST_SNIPPETS = 50;
    private static final Pattern SNIPPET =
            Pattern.compile("^ *```java *\\n(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE);

    private static String sources = "";

    private record Snippet(Path document, int number, String code) {}

    @BeforeAll
    static void read_every_source_that_a_test_runs() {
        sources = files(".java")
                .filter(DocumentsTest::isRunByATest)
                .map(DocumentsTest::read)
                .map(DocumentsTest::dense)
                .collect(Collectors.joining("\n"));
    }

    @TestFactory
    Stream<DynamicTest> every_java_snippet_of_every_document_is_part_of_a_source_that_a_test_runs() {
        return snippets()
                .map(snippet -> DynamicTest.dynamicTest(
                        ROOT.relativize(snippet.document) + ", snippet " + snippet.number,
                        () -> assertThat(sources)
                                .overridingErrorMessage("no test runs this: %n%s", snippet.code)
                                .contains(dense(snippet.code))));
    }

    @Test
    void snippets_are_found() {
        assertThat(snippets().count()).isGreaterThanOrEqualTo(LEAST_SNIPPETS);
        assertThat(sources.length()).isGreaterThan(100_000);
    }

    /** Tests, and the two examples that tests of theirs run from end to end. */
    private static boolean isRunByATest(Path source) {
        String path = ROOT.relativize(source).toString().replace('\\', '/');
        boolean example =
                path.startsWith("contract-examples/first-life/") || path.startsWith("contract-examples/custom-driver/");
        return path.contains("/src/test/java/") || (example && path.contains("/src/main/java/"));
    }

    private static Stream<Snippet> snippets() {
        return files(".md").flatMap(document -> {
            List<String> found = SNIPPET.matcher(read(document))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            return Stream.iterate(1, number -> number + 1)
                    .limit(found.size())
                    .map(number -> new Snippet(document, number, found.get(number - 1)));
        });
    }

    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of("/target/", "/.git/")
                            .noneMatch(file.toString().replace('\\', '/')::contains))
                    .sorted()
                    .toList()
                    .stream();
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
