package io.silverdata.contract.examples.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    /** A key as a whole; one that is put together ends with a dot. */
    private static final Pattern KEY = Pattern.compile("\\.text\\(\\s*\"([A-Za-z0-9.]+)\"\\s*([,)])");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    private final Messages messages = new Messages();

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(new TreeSet<>(messages.of(SPANISH).keySet()))
                .isEqualTo(new TreeSet<>(messages.of(Locale.ENGLISH).keySet()));
    }

    @Test
    void both_languages_have_the_same_arguments() {
        messages.of(Locale.ENGLISH)
                .forEach((key, text) -> assertThat(placeholders(messages.text(SPANISH, key)))
                        .as(key)
                        .isEqualTo(placeholders(text)));
    }

    @Test
    void every_key_that_templates_and_screens_use_is_there() {
        Set<String> used = new TreeSet<>();
        sources().forEach(source -> {
            Matcher key = KEY.matcher(source);
            while (key.find()) {
                used.add(key.group(1));
            }
        });

        assertThat(used).hasSizeGreaterThan(50);
        assertThat(messages.of(Locale.ENGLISH).keySet()).containsAll(used);
    }

    @Test
    void an_argument_stands_in_its_place_and_a_missing_text_shows_its_key() {
        assertThat(messages.text(Locale.ENGLISH, "login.demo", "secret")).endsWith("the password secret");
        assertThat(messages.text(Locale.FRENCH, "login.title")).isEqualTo("Log in");
        assertThat(messages.text(Locale.ENGLISH, "no.such.key")).isEqualTo("no.such.key");
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            found.add(placeholder.group());
        }
        return found;
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file ->
                            file.toString().endsWith(".jte") || file.toString().endsWith(".java"))
                    .map(MessagesTest::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
