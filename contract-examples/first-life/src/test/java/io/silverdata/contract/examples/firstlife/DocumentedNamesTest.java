package io.silverdata.contract.examples.firstlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each name of code that a page mentions, {@code DunningPolicy} or {@code maxKept} or {@code PORT_UNAVAILABLE}, is somewhere in the
 * sources. Decisions and the changelog are left out: they tell of names that are gone.
 */
class DocumentedNamesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NAME =
            Pattern.compile("(?<![-\\w.])[A-Za-z][a-z0-9]+[A-Z][A-Za-z0-9]*|\\b[A-Z]{2,}(?:_[A-Z]+)+\\b");
    /** Settings, placeholders and objects of others. */
    private static final Set<String> OF_OTHERS = Set.of(
            "CheckName", // a placeholder for a check of Error Prone
            "InMemory", // of "InMemory…"
            "forRemoval", // of Java's @Deprecated
            "NoSuch", // of -Dtest='NoSuch*'
            "snmpEngineTime", // RFC 3411
            "transactionIsolation"); // a property of HikariCP

    @Test
    void every_name_is_in_the_sources() throws IOException {
        Set<String> known = new HashSet<>(OF_OTHERS);
        files(ROOT, ".java", ".xml", ".sql").forEach(source -> found(WORD, read(source), 0, known::add));
        List<String> unknown = new ArrayList<>();
        Set<String> names = new HashSet<>();

        for (Path page : pages()) {
            String text = FENCED.matcher(read(page)).replaceAll("");
            found(
                    CODE,
                    text,
                    1,
                    code -> found(NAME, code, 0, name -> {
                        names.add(name);
                        if (!known.contains(name)) {
                            unknown.add(ROOT.relativize(page) + ": " + name);
                        }
                    }));
        }

        assertThat(names).hasSizeGreaterThan(300);
        assertThat(unknown).isEmpty();
    }

    private static void found(Pattern pattern, String text, int group, Consumer<String> use) {
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .forEach(use);
    }

    private static List<Path> pages() throws IOException {
        return Stream.concat(
                        Stream.of(ROOT.resolve("README.md")),
                        files(ROOT.resolve("docs"), ".md")
                                .filter(page -> !page.endsWith("CHANGELOG.md"))
                                .filter(page -> !page.startsWith(ROOT.resolve("docs/adr"))))
                .toList();
    }

    private static Stream<Path> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> !file.toString().replace('\\', '/').contains("/target/"))
                    .toList()
                    .stream();
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
